using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Tests.Text;

public sealed class EasyJapaneseTests
{
    [Fact]
    public void Sentences_end_at_stops_and_line_ends() =>
        Assert.Equal(["家で過ごせます。", "本当ですか！？", "はい", "3.5時間です。"], EasyJapanese.Sentences("家で過ごせます。本当ですか！？はい\n3.5時間です。\n\n"));

    [Fact]
    public void Stops_inside_brackets_do_not_end_a_sentence() =>
        Assert.Equal(["「はい。」と言いました。", "次です（注。）。"], EasyJapanese.Sentences("「はい。」と言いました。次です（注。）。"));

    [Fact]
    public void Open_bracket_is_forgotten_at_the_line_end() =>
        Assert.Equal(["「開いたまま。次。", "閉じた。", "次。"], EasyJapanese.Sentences("「開いたまま。次。\n閉じた。次。"));

    [Fact]
    public void Mean_length_counts_letters_as_readers_do()
    {
        Assert.Equal(3, EasyJapanese.MeanSentenceLength("か\u3099𠮷。あい。"));
        Assert.Equal(0, EasyJapanese.MeanSentenceLength("\n \n"));
        Assert.Equal("長い文です。", EasyJapanese.LongestSentence("文。長い文です。"));
    }

    [Theory]
    [InlineData(0, "約1分")]
    [InlineData(-5, "約1分")]
    [InlineData(450, "約1分")]
    [InlineData(451, "約2分")]
    [InlineData(1800, "約4分")]
    public void Reading_time_is_rounded_up(int characters, string words) => Assert.Equal(words, ReadingTime.Words(characters));

    [Fact]
    public void Largest_count_does_not_overflow() => Assert.True(ReadingTime.Minutes(int.MaxValue) > 0);
}
