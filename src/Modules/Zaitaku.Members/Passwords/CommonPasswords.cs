namespace Zaitaku.Members.Passwords;

/// <summary>Passwords that everybody tries first. See README.md beside the list.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> All = new(Read);

    /// <summary>Whether it is one of them, or one of them between digits and marks.</summary>
    public static bool Contains(string password)
    {
        var folded = password.ToLowerInvariant();
        return All.Value.Contains(folded) || All.Value.Contains(Core(folded));
    }

    /// <summary>The letters without what people put before and after them.</summary>
    internal static string Core(string password) => password.Trim([.. password.Where(letter => !char.IsLetter(letter)).Distinct()]);

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(CommonPasswords).Assembly.GetManifestResourceStream("Zaitaku.Members.Passwords.common-passwords.txt")!);
        HashSet<string> read = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line) read.Add(line);
        return read;
    }
}
