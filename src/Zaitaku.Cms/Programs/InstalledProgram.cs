namespace Zaitaku.Cms.Programs;

/// <summary>Programs of the machine that the site makes use of where they are, and does without where they are not.</summary>
public static class InstalledProgram
{
    /// <param name="name">The file's name.</param>
    public static bool IsOnPath(string name) => Find(name) is not null;

    /// <param name="name">The file's name.</param>
    /// <returns>The file that the name stands for, or null where there is none.</returns>
    public static string? Find(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
