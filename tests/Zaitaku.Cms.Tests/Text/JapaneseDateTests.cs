using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Tests.Text;

public sealed class JapaneseDateTests
{
    [Theory]
    [InlineData(2026, 11, 1, "2026年（令和8年）11月1日（日曜日）")]
    [InlineData(2019, 5, 1, "2019年（令和元年）5月1日（水曜日）")]
    [InlineData(2019, 4, 30, "2019年（平成31年）4月30日（火曜日）")]
    [InlineData(1989, 1, 7, "1989年（昭和64年）1月7日（土曜日）")]
    [InlineData(1989, 1, 8, "1989年（平成元年）1月8日（日曜日）")]
    [InlineData(1800, 1, 1, "1800年1月1日（水曜日）")]
    public void Date_carries_its_era(int year, int month, int day, string words) =>
        Assert.Equal(words, JapaneseDate.InWords(new DateOnly(year, month, day), weekday: true));

    [Fact]
    public void Moment_is_told_by_the_day_in_Tokyo()
    {
        var moment = new DateTimeOffset(2026, 10, 31, 15, 0, 0, TimeSpan.Zero);
        Assert.Equal("2026年（令和8年）11月1日", JapaneseDate.InWords(moment));
        Assert.Equal("2026-11-01T00:00:00+09:00", JapaneseDate.Machine(moment));
        Assert.Equal("2026-11-01", JapaneseDate.Machine(JapaneseDate.DayInTokyo(moment)));
    }

    [Theory]
    [InlineData(2026, 3, 31, "令和7年度")]
    [InlineData(2026, 4, 1, "令和8年度")]
    [InlineData(2019, 4, 1, "令和元年度")]
    [InlineData(1989, 3, 31, "昭和63年度")]
    public void Fiscal_year_runs_from_april_to_march(int year, int month, int day, string name) =>
        Assert.Equal(name, JapaneseDate.FiscalYearName(new DateOnly(year, month, day)));

    [Fact]
    public void Ends_of_the_calendar_are_told_without_failing()
    {
        Assert.NotEmpty(JapaneseDate.InWords(DateOnly.MinValue));
        Assert.NotEmpty(JapaneseDate.InWords(DateOnly.MaxValue));
        Assert.NotEmpty(JapaneseDate.Machine(DateTimeOffset.MaxValue));
        Assert.NotEmpty(JapaneseDate.Machine(DateTimeOffset.MinValue));
        Assert.NotEmpty(JapaneseDate.FiscalYearName(DateOnly.MinValue));
    }
}
