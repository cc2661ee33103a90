namespace Zaitaku.Site.Tests.Architecture;

/// <summary>The web is a doorway: what the site is about can be read, and tested, without it.</summary>
public sealed class DomainFilesTests
{
    /// <summary>Where the web is spoken of: folders, endings of file names, and the few files that stand on the threshold.</summary>
    private static readonly string[] Doorways =
    [
        "/Pages/", "Module.cs", "Api.cs", "/Zaitaku.Cms/Hosting/", "/Zaitaku.Cms/Web/", "/Zaitaku.Cms/Rendering/", "/Zaitaku.Cms/Caching/", "/Zaitaku.Cms/Feeds/",
        "/Zaitaku.Cms/Health/", "/Zaitaku.Cms/Commands/", "/Routing/AutorouteTransformer.cs", "/Routing/OwnAddresses.cs", "/Media/MediaFiles.cs",
        "/Zaitaku.Admin/Preview/", "/Zaitaku.Members/Web/", "/Passwords/PasswordHash.cs", "/Printing/BookFiles.cs", "/Printing/BookPrinter.cs", "/Words/WordListPage.cs",
    ];

    [Fact]
    public void Domain_files_do_not_mention_the_web_framework() =>
        Assert.Empty(Sources.Under("src/Zaitaku.Cms/", ".cs").Concat(Sources.Under("src/Modules/", ".cs"))
            .Where(file => !Doorways.Any(file.Contains) && Sources.Read(file).Contains("Microsoft.AspNetCore", StringComparison.Ordinal)));

    [Fact]
    public void Every_doorway_that_is_named_is_one() =>
        Assert.All(Doorways, doorway => Assert.Contains(Sources.Under("src/", ".cs"),
            file => file.Contains(doorway, StringComparison.Ordinal) && Sources.Read(file).Contains("Microsoft.AspNetCore", StringComparison.Ordinal)));
}
