using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Admin;
using Zaitaku.Cms.Commands;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Hosting;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Web;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.SecondFactors;
using Zaitaku.Members.Sessions;
using Zaitaku.Members.Setup;
using Zaitaku.Members.SignIn;
using Zaitaku.Members.Tickets;
using Zaitaku.Members.Users;
using Zaitaku.Members.Web;

namespace Zaitaku.Members;

/// <summary>Accounts of professionals and staff: sign-in, sessions, second factors, roles.</summary>
public sealed class MembersModule : IModule
{
    public string Id => "Zaitaku.Members";

    public string Name => MembersText.ModuleName;

    public void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Members").Get<MembersSettings>() ?? new MembersSettings());
        services.AddSingleton<ITableMap, UserTables>().AddSingleton<ITableMap, SessionTable>().AddSingleton<ITableMap, SecondFactorTables>()
            .AddSingleton<ITableMap, TicketTable>().AddSingleton<ITableMap, KnownBrowserTable>();
        services.AddScoped<UserDesk>().AddScoped<SessionDesk>().AddScoped<TicketDesk>().AddScoped<SignInDesk>().AddScoped<SignInDoor>();
        services.AddSingleton<PasswordHash>().AddSingleton<RolePermissions>().AddSingleton<SecondFactorRule>().AddSingleton<SessionClaims>().AddSingleton<SessionCookie>();
        services.AddAuthentication(SessionClaims.Scheme).AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionClaims.Scheme, null);
        services.AddSignInRates();
        services.AddScoped<RecentProof, RecentPassword>().AddScoped<PasswordRules>().AddScoped<PasswordDesk>().AddScoped<SecondFactorDesk>().AddSingleton<SecretBox>();
        AddPasskeys(services);
        services.AddScoped<KnownBrowsers>().AddScoped(provider =>
            provider.GetRequiredService<SessionCookie>().BrowserOf(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request));
        services.AddScoped<AccountMail>().AddScoped<EmailChange>();
        services.AddScoped<PermissionHolders, UserHolders>().AddScoped<UserAdministration>().AddScoped<Invitations>().AddScoped<RoleTable>().AddScoped<RoleChoice>();
        services.AddSingleton(new ConfiguredSetting("Members:IdleMinutes", MembersText.IdleMinutes)).AddSingleton(new ConfiguredSetting("Members:LifetimeHours", MembersText.LifetimeHours))
            .AddSingleton(new ConfiguredSetting("Members:SecondFactorForStaff", MembersText.SecondFactorForStaff));
        services.AddSingleton(MembersText.InvitationMail).AddSingleton(MembersText.ResetMail).AddSingleton(MembersText.EmailMail)
            .AddSingleton(MembersText.EmailTakenMail).AddSingleton(MembersText.ChangeMail);
        services.AddSingleton(new AdminMenuEntry(MembersText.MenuUsers, "/admin/users", CmsPermissions.ManageUsers, 50, "users"))
            .AddSingleton(new AdminMenuEntry(MembersText.MenuRoles, "/admin/roles", CmsPermissions.ManageRoles, 51, "roles"));
        services.AddScoped<AdminSetup>().AddSingleton(new SiteCommand("create-admin", MembersText.CreateAdmin, [new("email", MembersText.CreateAdminEmail)],
            (provider, words, cancel) => provider.GetRequiredService<AdminSetup>().RunAsync(words[0], cancel)));
        services.AddScoped<DevelopmentUsers>().AddSingleton(new SitePreparation((provider, cancel) =>
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment() ? provider.GetRequiredService<DevelopmentUsers>().MakeAsync(cancel) : Task.CompletedTask));
    }

    /// <summary>Of the framework's users only its passkeys are taken. Whose they are comes from the settings, never from a request's Host header.</summary>
    private static void AddPasskeys(IServiceCollection services)
    {
        services.AddIdentityCore<User>();
        services.AddScoped<PasskeyStore>().AddScoped<IUserStore<User>>(provider => provider.GetRequiredService<PasskeyStore>());
        services.AddScoped<IPasskeyHandler<User>, PasskeyHandler<User>>().AddScoped<PasskeyDesk>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<MembersSettings, IConfiguration>((options, settings, configuration) =>
            options.ServerDomain = settings.PasskeyDomain ?? (Uri.TryCreate(configuration["Zaitaku:BaseUrl"], UriKind.Absolute, out var address) ? address.Host : "localhost"));
    }
}
