using Zaitaku.Guides.Printing;

namespace Zaitaku.Guides.Tests.Printing;

public sealed class BookLinksTests
{
    private static readonly BookLinks Links = new(SmallBook.Make(), BookEpub.FileOf, "https://site.example");

    [Theory]
    [InlineData("/guides/small/two", "c2.xhtml"), InlineData("/guides/small/two#money", "c2.xhtml#money"), InlineData("/guides/small/one/", "c1.xhtml")]
    [InlineData("/guides/small", "https://site.example/guides/small"), InlineData("/forms/card#top", "https://site.example/forms/card#top")]
    [InlineData("#here", "#here"), InlineData("https://other.example/guides/small/two", "https://other.example/guides/small/two")]
    public void Links_lead_somewhere_once_the_text_has_left_the_site(string before, string after) =>
        Assert.Equal($"<a href=\"{after}\">x</a>", Links.Rewrite($"<a href=\"{before}\">x</a>"));

    [Fact]
    public void Boxes_to_tick_are_left_to_the_style_of_the_electronic_book() =>
        Assert.Equal("<ul class=\"checklist\"><li> 電話する</li></ul>",
            Links.RewriteForReading("<ul class=\"checklist\"><li><label><input type=\"checkbox\"> 電話する</label></li></ul>"));
}
