using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Parts;

namespace Zaitaku.Proofing.Tests;

/// <summary>Whatever is written, and however many words the house has, reading it comes to an end soon.</summary>
public sealed class HostileTextTests
{
    private const int Longest = 256 * 1024;

    /// <summary>No measure of speed, which differs between machines: work that grows with the square takes minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Pieces =
    [
        "a", "あ", "[", "](", "[a](", "![", "<", "<a ", "<a b='", "<a b=\"", "<p style='color:", "Ａ。", "ｱ。", "字 ", "日　", "1", "2024/", "2024/1/1 ", "R6.4.1 ", "http://a ", "a@",
        "|", "|a|\n|-|\n", "# a\n", "。", "「", "&a;", "\n", "[こちら](/a)", "![](/a.png)", "{#", "<!--", "</", "<iframe>", "> ", "color:rgb(1,1,1)", "[[",
    ];

    [Fact]
    public async Task A_text_of_one_thing_over_and_over_is_read_soon_against_five_thousand_words()
    {
        await using var site = await TestSite.OpenAsync(Engine.Sqlite, services => services.AddPublicationCheck<Proofreader>());
        var words = string.Join("\\n", Enumerable.Range(0, 4998).Select(n => $"言葉{n},別の言葉{n}").Append("あ,い").Append("a,b"));
        await site.ApplyAsync(site.Recipe("words", $$$"""{ "name": "settings", "HouseWordsSettings": { "Words": "{{{words}}}" } }"""));
        var slow = new List<string>();
        foreach (var piece in Pieces)
        {
            var text = string.Concat(Enumerable.Repeat(piece, Longest / piece.Length));
            var item = new ContentItem { ContentType = "Page" };
            item.Set(new MarkdownBodyPart { Markdown = text });
            item.Set(new HtmlBodyPart { Html = text });
            var watch = Stopwatch.StartNew();
            var remarks = await site.InScopeAsync(scope => scope.GetRequiredService<PublicationCheck>().ReadAsync(item));
            Assert.InRange(remarks.Count, 0, 5000);
            if (watch.Elapsed > Patience) slow.Add($"{piece}: {watch.Elapsed}");
        }

        Assert.Empty(slow);
    }
}
