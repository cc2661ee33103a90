using Zaitaku.Cms.Web;
using Zaitaku.Guides;
using Zaitaku.Theme;

var builder = WebApplication.CreateBuilder(args);
builder.AddCms([new GuidesModule(), new ThemeModule()]);

var app = builder.Build();
app.UseCms();
return await app.RunCmsAsync(args);
