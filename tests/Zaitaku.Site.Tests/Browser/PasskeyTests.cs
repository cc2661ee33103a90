using Microsoft.Playwright;
using Zaitaku.Site.Tests.Members;

namespace Zaitaku.Site.Tests.Browser;

/// <summary>Passkeys with a real browser and an authenticator that it plays itself.</summary>
[Collection(BrowserTests.Name)]
public sealed class PasskeyTests(BrowserSite browser)
{
    [Fact]
    public async Task A_passkey_is_registered_and_signs_in_without_a_password()
    {
        await using var window = await browser.OpenAsync();
        var page = window.Page;
        // Passkeys belong to a name, never to a number: the same site by its name on this machine.
        var site = browser.Site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await AuthenticatorAsync(page);
        await page.GotoAsync(site + "/account/sign-in");
        await page.FillAsync("#Email", "facility@sakura.example");
        await page.FillAsync("#Password", Person.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする", Exact = true }).ClickAsync();
        await page.Locator(".signed-in").WaitForAsync();

        await page.GotoAsync(site + "/account/second-factor/passkey");
        await page.FillAsync("#KeyName", "わたしの端末");
        await page.GetByRole(AriaRole.Button, new() { Name = "登録する", Exact = true }).ClickAsync();
        await page.Locator(".codes li").First.WaitForAsync();
        Assert.Equal(8, await page.Locator(".codes li").CountAsync());

        await page.Locator(".signed-in button").ClickAsync();
        await page.GotoAsync(site + "/account/sign-in?ReturnUrl=/account/second-factor");
        await page.GetByRole(AriaRole.Button, new() { Name = "パスキーでサインインする" }).ClickAsync();
        await page.GetByText("「わたしの端末」を消す").WaitForAsync();
    }

    private static async Task AuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}
