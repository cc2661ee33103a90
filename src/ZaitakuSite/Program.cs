using Zaitaku.Cms.Commands;
using Zaitaku.Cms.Web;
using Zaitaku.Guides;
using Zaitaku.Theme;
using ZaitakuSite.Migrations;

var builder = WebApplication.CreateBuilder(args);
builder.AddCms([new GuidesModule(), new ThemeModule()]);
builder.Services.AddSchemaScripts();

var app = builder.Build();
app.UseCms();
return await app.RunCmsAsync(args);
