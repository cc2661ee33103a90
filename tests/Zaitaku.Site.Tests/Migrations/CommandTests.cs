using Zaitaku.Site.Tests.Architecture;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Migrations;

/// <summary>What an operator types. A word that was mistyped starts nothing, and above all does not write what should only have been looked at.</summary>
public sealed class CommandTests : IDisposable
{
    private static readonly string Recipe = Path.Combine(Sources.Root, "recipes", "guides", "acp", "acp.recipe.json");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("zaitaku-command-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("aply-recipe", "aply-recipe", "FILE"), InlineData("--whatif", "apply-recipe", "FILE", "--whatif")]
    [InlineData("search", "search")]
    public async Task A_word_that_is_none_is_named_and_nothing_is_done(string named, params string[] words)
    {
        var (code, said) = await RunAsync([.. words.Select(word => word == "FILE" ? Recipe : word)]);
        Assert.Equal(1, code);
        Assert.Contains($"「{named}」", said, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.EnumerateFiles(), file => file.Name == "zaitaku.db");
    }

    [Theory, InlineData("help"), InlineData("--help")]
    public async Task Help_lists_the_commands(string word)
    {
        var (code, said) = await RunAsync(word);
        Assert.Equal(0, code);
        Assert.Contains("apply-recipe", said, StringComparison.Ordinal);
        Assert.Contains("create-admin", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_of_the_host_may_stand_among_the_words()
    {
        var (code, said) = await RunAsync("migrate", "--urls", "http://127.0.0.1:0", "--Zaitaku:DataPath=" + folder.FullName);
        Assert.True(code == 0, said);
        Assert.Contains(folder.EnumerateFiles(), file => file.Name == "zaitaku.db");
    }

    private Task<(int Code, string Said)> RunAsync(params string[] words) =>
        SiteProcess.RunAsync(Engine.Sqlite, $"Data Source={Path.Combine(folder.FullName, "zaitaku.db")}", folder.FullName, words);
}
