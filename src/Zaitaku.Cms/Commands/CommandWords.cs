namespace Zaitaku.Cms.Commands;

/// <summary>The words after the program's name. Those the host reads (<c>--urls</c>, <c>--Zaitaku:DataPath=…</c>) may stand among the command's own.</summary>
internal sealed record CommandWords(string[] Own)
{
    private static readonly string[] HostWords = ["urls", "environment", "contentRoot", "applicationName", "webRoot"];
    private static readonly string[] Questions = ["help", "--help", "-h", "-?"];

    public bool IsQuestion => Own is [var only] && Questions.Contains(only);

    /// <summary>Whether something is asked of the program other than to start the site, which reads whatever settings it is given.</summary>
    public static bool Ask(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || Questions.Contains(first));

    public static CommandWords Split(string[] args)
    {
        var own = new List<string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!IsSetting(args[i])) own.Add(args[i]);
            else if (!args[i].Contains('=')) i++;
        }

        return new([.. own]);
    }

    private static bool IsSetting(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && (word.Contains(':') || HostWords.Contains(word[2..].Split('=')[0], StringComparer.OrdinalIgnoreCase));
}
