using Zaitaku.Cms.Commands;
using Zaitaku.Cms.Web;
using Zaitaku.Guides;
using Zaitaku.Theme;
using ZaitakuSite.Migrations;

// Settings lie beside the program when it is called from somewhere else.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = File.Exists("appsettings.json") ? null : AppContext.BaseDirectory,
});
builder.AddCms([new GuidesModule(), new ThemeModule()]);
builder.Services.AddSchemaScripts();

var app = builder.Build();
app.UseCms();
return await app.RunCmsAsync(args);
