using Zaitaku.Admin;
using Zaitaku.AdminTheme;
using Zaitaku.Cms.Hosting;
using Zaitaku.Emergency;
using Zaitaku.Guides;
using Zaitaku.Members;
using Zaitaku.Proofing;
using Zaitaku.Search;
using Zaitaku.Theme;
using ZaitakuSite.Migrations;
#if !WITHOUT_MODEL
using ZaitakuSite.Model;
#endif

// Settings lie beside the program when it is called from somewhere else.
var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
});
builder.WebHost.UseKestrelHttpsConfiguration();
// Not in appsettings.json: there it would outrank the ASPNETCORE_URLS and ASPNETCORE_HTTP_PORTS that containers set.
string[] settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];
if (!settings.Any(setting => builder.Configuration.GetSection(setting).Exists())) builder.WebHost.UseUrls("http://localhost:5080");
if (OperatingSystem.IsWindows()) builder.WebHost.UseIIS();
// Run from where it was built, files of modules and themes lie in their own folders; once published there is nothing to look up.
builder.WebHost.UseStaticWebAssets();
builder.AddCms([new GuidesModule(), new MembersModule(), new AdminModule(), new ProofingModule(), new SearchModule(), new EmergencyModule(), new ThemeModule(), new AdminThemeModule()]);
builder.Services.AddSchemaScripts();
#if !WITHOUT_MODEL
builder.Services.AddCompiledModels();
#endif

var app = builder.Build();
return await app.RunCmsAsync(args);
