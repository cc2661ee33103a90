using System.Text;
using System.Text.RegularExpressions;

namespace Zaitaku.Site.Tests.Architecture;

/// <summary>Japanese has three places: pages, the <c>…Text.cs</c> of a module, recipes. Comments may cite words of the domain.</summary>
public sealed partial class JapaneseTests
{
    private static readonly string[] Exceptions =
    [
        // What a permission allows, in the words of the site's owner, beside its name.
        "src/Zaitaku.Cms/Access/Permission.cs",
        // Kinds of letters, by which words are told apart.
        "src/Zaitaku.Cms/Rendering/PhrasesTagHelper.cs",
    ];

    [Fact]
    public void Japanese_stands_only_where_it_may()
    {
        var found = from file in Sources.Under("src/", ".cs")
                    where !file.EndsWith("Text.cs", StringComparison.Ordinal) && !Exceptions.Contains(file)
                    from line in WithoutComments(Sources.Read(file)).Split('\n')
                    where Japanese().IsMatch(line)
                    select $"{file}: {line.Trim()}";
        Assert.Empty(found);
    }

    [Fact]
    public void Comments_are_left_out_and_texts_are_not()
    {
        const string code = """
            // 注 "文"
            /* 注 */ var a = "https://例"; /// 注
            var b = @"c:\"; var c = '"'; // 注
            """;
        Assert.DoesNotContain("注", WithoutComments(code), StringComparison.Ordinal);
        Assert.Contains("例", WithoutComments(code), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();

    /// <summary>The code with its texts and without its comments. Holes of interpolated texts count as text.</summary>
    private static string WithoutComments(string code)
    {
        var kept = new StringBuilder();
        for (var at = 0; at < code.Length;)
        {
            var length = TextLength(code, at);
            if (length > 0)
            {
                kept.Append(code, at, length);
                at += length;
            }
            else if (code.AsSpan(at).StartsWith("//")) at = LineEnd(code, at);
            else if (code.AsSpan(at).StartsWith("/*")) at = End(code, at + 2, "*/");
            else kept.Append(code[at++]);
        }

        return kept.ToString();
    }

    private static int TextLength(string code, int at)
    {
        if (code[at] == '\'') return code.AsSpan(at).StartsWith("'\\") ? End(code, at + 3, "'") - at : at + 2 < code.Length && code[at + 2] == '\'' ? 3 : 0;
        if (code[at] != '"') return 0;
        if (code.AsSpan(at).StartsWith("\"\"\"")) return End(code, at + 3, "\"\"\"") - at;
        var verbatim = at > 0 && code[at - 1] == '@' || at > 1 && code[(at - 2)..at] == "@$";
        for (var end = at + 1; end < code.Length; end++)
        {
            if (code[end] == '\\' && !verbatim) end++;
            else if (code[end] == '"' || code[end] == '\n' && !verbatim) return end + 1 - at;
        }

        return code.Length - at;
    }

    private static int LineEnd(string code, int from) => code.IndexOf('\n', from) is >= 0 and var end ? end : code.Length;

    private static int End(string code, int from, string mark) =>
        code.IndexOf(mark, Math.Min(from, code.Length), StringComparison.Ordinal) is >= 0 and var end ? end + mark.Length : code.Length;
}
