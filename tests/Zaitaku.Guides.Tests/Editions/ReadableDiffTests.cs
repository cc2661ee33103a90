using Zaitaku.Guides.Editions;

namespace Zaitaku.Guides.Tests.Editions;

public sealed class ReadableDiffTests
{
    [Fact]
    public void A_reworded_phrase_is_marked_and_not_the_whole_passage()
    {
        var phrases = ReadableDiff.Phrases("訪問看護は、週に2回まで使えます。", "訪問看護は、週に3回まで利用できます。");
        Assert.Equal("訪問看護は、週に[-2-][+3+]回まで[-使えます-][+利用できます+]。", Written(phrases));
    }

    [Fact]
    public void One_letter_between_two_changes_is_read_with_them()
    {
        var phrases = ReadableDiff.Phrases("窓口は市役所の介護課です。", "窓口は本庁舎の福祉課です。");
        Assert.Equal("窓口は[-市役所の介護課-][+本庁舎の福祉課+]です。", Written(phrases));
    }

    [Fact]
    public void Both_sides_of_a_comparison_are_the_texts_themselves()
    {
        string[] texts = ["", "あ", "お金は2つの保険から出ます。", "お金は、2つの公的な保険から、出ます！", "ＡＢＣ abc 12３ 😀", "😀😀"];
        foreach (var before in texts)
        {
            foreach (var after in texts)
            {
                var phrases = ReadableDiff.Phrases(before, after);
                Assert.Equal(before, string.Concat(phrases.Where(p => p.Kind != PhraseKind.Added).Select(p => p.Text)));
                Assert.Equal(after, string.Concat(phrases.Where(p => p.Kind != PhraseKind.Gone).Select(p => p.Text)));
            }
        }
    }

    [Fact]
    public void What_has_not_changed_is_folded_and_the_heading_above_a_change_is_shown()
    {
        var before = Read("はじめ\n\n## 一\n\n同じ文です。\n\n## 二\n\n前からある文です。\n\nここは前の言い方です。\n\n## 三\n\n終わりの文です。");
        var after = Read("はじめ\n\n## 一\n\n同じ文です。\n\n## 二\n\n前からある文です。\n\nここは新しい言い方です。\n\n## 三\n\n終わりの文です。");
        var passages = ReadableDiff.Of(before, after);
        Assert.Equal([PassageKind.Folded, PassageKind.Heading, PassageKind.Folded, PassageKind.Reworded, PassageKind.Folded], passages.Select(p => p.Kind));
        Assert.Equal("二", passages[1].Phrases[0].Text);
        Assert.Equal("ここは[-前の-][+新しい+]言い方です。", Written(passages[3].Phrases));
    }

    [Fact]
    public void A_passage_that_is_like_no_other_is_new_and_not_a_rewording()
    {
        var passages = ReadableDiff.Of(Read("電話は平日の9時からです。"), Read("夜間は救急外来へ行きます。\n\n電話は平日の8時からです。"));
        Assert.Equal([PassageKind.Added, PassageKind.Reworded], passages.Select(p => p.Kind));
    }

    [Fact]
    public void Two_long_texts_that_share_nothing_are_compared_in_time()
    {
        var before = Read(string.Join("\n\n", Enumerable.Range(0, 1500).Select(n => $"前の文{n}の{new string('あ', 40)}です。")));
        var after = Read(string.Join("\n\n", Enumerable.Range(0, 1500).Select(n => $"後の文{n}の{new string('い', 40)}です。")));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotEmpty(ReadableDiff.Of(before, after));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), watch.Elapsed.ToString());
    }

    internal static string Written(IEnumerable<Phrase> phrases) => string.Concat(phrases.Select(p => p.Kind switch
    {
        PhraseKind.Added => $"[+{p.Text}+]",
        PhraseKind.Gone => $"[-{p.Text}-]",
        _ => p.Text,
    }));

    private static IReadOnlyList<ReadableBlock> Read(string markdown) => ReadableText.OfMarkdown(markdown);
}
