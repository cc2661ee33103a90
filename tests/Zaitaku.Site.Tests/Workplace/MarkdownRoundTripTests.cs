using System.Diagnostics;
using Zaitaku.Site.Tests.Architecture;

namespace Zaitaku.Site.Tests.Workplace;

public sealed class MarkdownRoundTripTests
{
    [Fact]
    public async Task The_editor_writes_every_text_back_to_the_letter()
    {
        var theme = Path.Combine(Sources.Root, "src/Themes/Zaitaku.AdminTheme");
        using var node = Process.Start(new ProcessStartInfo("node", ["scripts/markdown/round-trip.test.mjs", Path.Combine(Sources.Root, "recipes")])
        {
            WorkingDirectory = theme,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var (said, complained) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await complained + await said);
    }
}
