using System.Reflection;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>The project's files and compiled parts, as the architecture tests read them.</summary>
internal static class Sources
{
    private static readonly string[] Made = ["/obj/", "/node_modules/", "/wwwroot/", "/bin/Debug/", "/bin/Release/", "/.git/", "/App_Data/", "/TestResults/"];
    private static readonly string[] Unread = [".docx", ".xlsx", ".pdf", ".png", ".jpg", ".webp", ".woff2", ".ico"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every text file that is kept, by its path from the root.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(file => "/" + Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => !Made.Any(file.Contains) && !Unread.Contains(Path.GetExtension(file)) && file != "/.git")
            .Select(file => file[1..]).Order(StringComparer.Ordinal),
    ];

    public static IEnumerable<string> Under(string folder, params string[] extensions) =>
        Files.Where(file => file.StartsWith(folder, StringComparison.Ordinal) && extensions.Contains(Path.GetExtension(file)));

    public static string Read(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The compiled parts of the site: host, kernel, modules, themes.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
    [
        .. Under("src/", ".csproj").Select(project => Assembly.Load(Path.GetFileNameWithoutExtension(project))),
    ];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Zaitaku.Site.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
