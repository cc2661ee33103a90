namespace Zaitaku.Cms.Text;
public static class Slug { public static string From(string t) => t; public static bool IsPath(string p) => p.Length > 0; }
