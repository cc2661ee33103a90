using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Editing;

namespace Zaitaku.Cms.Settings;

/// <summary>The kernel's own settings, as their owner sees them.</summary>
internal static class SettingsRegistration
{
    public static IServiceCollection AddOwnersSettings(this IServiceCollection services)
    {
        services.AddSingleton(new SettingsSection("", SettingsText.Site, 0,
            new SettingsField(new TextProperty(nameof(SiteSettings.SiteName)), SettingsText.SiteName, SettingsText.SiteNameHint) { Required = true, Most = 100 },
            new SettingsField(new TextProperty(nameof(SiteSettings.BaseUrl)), SettingsText.BaseUrl, SettingsText.BaseUrlHint) { Control = "url", Configuration = "Zaitaku:BaseUrl", Check = WrongAddress },
            new SettingsField(new HomeProperty("HomeRoute"), SettingsText.Home, SettingsText.HomeHint) { Control = "select", Picks = "*" }));
        services.AddSingleton(new SettingsSection(nameof(ContactSettings), SettingsText.Contact, 10,
            new SettingsField(new TextProperty(nameof(ContactSettings.DepartmentId)), SettingsText.ContactDepartment, SettingsText.ContactHint) { Control = "select", Picks = Departments.Departments.ContentType }));
        services.AddSingleton(new SettingsSection(nameof(SampleSettings), SettingsText.Sample, 90,
            new SettingsField(new FlagProperty(nameof(SampleSettings.IsSample)), SettingsText.IsSample) { Control = "checkbox" },
            new SettingsField(new TextProperty(nameof(SampleSettings.Note)), SettingsText.Note, SettingsText.NoteHint) { Control = "textarea" }));
        foreach (var setting in Configured) services.AddSingleton(setting);
        return services;
    }

    private static ConfiguredSetting[] Configured =>
    [
        new("Zaitaku:BaseUrl", SettingsText.BaseUrl), new("AllowedHosts", SettingsText.AllowedHosts), new("Zaitaku:DataPath", SettingsText.DataPath),
        new("Database:Provider", SettingsText.Provider), new("Database:ConnectionString", SettingsText.ConnectionString, Secret: true),
        new("Mail:Host", SettingsText.MailHost), new("Mail:From", SettingsText.MailFrom), new("Mail:Password", SettingsText.MailPassword, Secret: true),
        new("PageCache:Enabled", SettingsText.PageCache),
    ];

    private static string? WrongAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.AbsolutePath == "/" && address.Query.Length == 0 &&
        address.Fragment.Length == 0 && address.UserInfo.Length == 0 && text.All(letter => letter is > ' ' and <= '~') ? null : SettingsText.BaseUrlWrong;
}
