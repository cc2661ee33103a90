namespace Zaitaku.Cms.Programs;

/// <summary>Programs of the machine that the site makes use of where they are, and does without where they are not.</summary>
public static class InstalledProgram
{
    /// <param name="name">The file's name.</param>
    public static bool IsOnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
