using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Zaitaku.Cms.Rendering;

namespace Zaitaku.Cms.Tests.Rendering;

public sealed class TagHelperTests
{
    [Theory]
    [InlineData("2026-10-31T14:59:59Z", "2026-10-31", "2026年（令和8年）10月31日"), InlineData("2026-10-31T15:00:00Z", "2026-11-01", "2026年（令和8年）11月1日")]
    [InlineData("2019-04-30T14:59:59Z", "2019-04-30", "2019年（平成31年）4月30日"), InlineData("2019-04-30T15:00:00Z", "2019-05-01", "2019年（令和元年）5月1日")]
    public void A_moment_is_shown_as_its_day_in_tokyo(string utc, string machine, string words) =>
        Assert.Equal($"<time datetime=\"{machine}\">{words}</time>", Write(new JapaneseDateTagHelper { Utc = DateTime.Parse(utc, null, System.Globalization.DateTimeStyles.RoundtripKind) }));

    [Fact]
    public void A_calendar_day_is_shown_as_it_is() =>
        Assert.Equal("<time datetime=\"2023-03-31\">2023年（令和5年）3月31日</time>", Write(new JapaneseDateTagHelper { Day = new DateTime(2023, 3, 31, 23, 0, 0, DateTimeKind.Utc) }));

    [Fact]
    public void No_date_is_shown_as_nothing() => Assert.Equal("", Write(new JapaneseDateTagHelper()));

    [Theory]
    [InlineData(0, "1KB"), InlineData(1, "1KB"), InlineData(1024, "1KB"), InlineData(98_304, "96KB"), InlineData(999_999, "977KB"), InlineData(1_000_000, "1.0MB"), InlineData(5_242_880, "5.0MB")]
    public void A_size_is_told_in_the_unit_people_know(long bytes, string words) => Assert.Equal(words, Write(new FileSizeTagHelper { Bytes = bytes }));

    [Fact]
    public void An_icon_is_hidden_from_screen_readers() =>
        Assert.StartsWith("<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\"><path d=\"", Write(new IconTagHelper { Name = "print" }), StringComparison.Ordinal);

    private static string Write(TagHelper helper)
    {
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);
        using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }
}
