using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Cms.Words;

/// <summary>How a change of a list ended.</summary>
/// <param name="IsStale">Whether someone else has changed what was to be changed.</param>
public sealed record WordOutcome(IReadOnlyList<WordProblem> Problems, bool IsStale = false)
{
    public bool IsDone => Problems.Count == 0 && !IsStale;
}

/// <summary>Changes lists of words: each change is one write and one line of the record. A list that would get a line it cannot use stays as it is.</summary>
public sealed class WordDesk(SiteDb db, AuditTrail.AuditTrail audit)
{
    private const int MaxNoted = 100;

    public async Task<string> ReadAsync(WordList list, CancellationToken cancel) => SourceOf(await SiteDocuments.LoadAsync<SiteSettings>(db, cancel), list);

    /// <summary>Changes when the list does.</summary>
    public static string VersionOf(string source) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16));

    public Task<WordOutcome> AddAsync(WordList list, string line, CancellationToken cancel) => ChangeAsync(list, "WordAdded", source => WordLines.Add(source, line), cancel);

    public Task<WordOutcome> ReplaceAsync(WordList list, string was, string line, CancellationToken cancel) => ChangeAsync(list, "WordChanged", source => WordLines.Replace(source, was, line), cancel);

    public Task<WordOutcome> RemoveAsync(WordList list, string was, CancellationToken cancel) => ChangeAsync(list, "WordRemoved", source => WordLines.Replace(source, was, null), cancel);

    /// <summary>Puts a whole list in the place of the one that was looked at.</summary>
    public Task<WordOutcome> ReplaceAllAsync(WordList list, string all, string? version, CancellationToken cancel) =>
        ChangeAsync(list, "WordsReplaced", source => VersionOf(source) == version ? all : null, cancel);

    /// <summary>Problems that a changed list has and the present one has not.</summary>
    public static IReadOnlyList<WordProblem> NewProblems(WordList list, string before, string after)
    {
        var known = list.Problems(before).Select(problem => (TextAt(before, problem.Line), problem.Message)).ToHashSet();
        return [.. list.Problems(after).Where(problem => !known.Contains((TextAt(after, problem.Line), problem.Message)))];
    }

    private Task<WordOutcome> ChangeAsync(WordList list, string act, Func<string, string?> change, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var settings = await SiteDocuments.LoadAsync<SiteSettings>(db, cancel);
        var before = SourceOf(settings, list);
        if (change(before) is not { } after) return new WordOutcome([], IsStale: true);
        if (NewProblems(list, before, after) is { Count: > 0 } problems) return new(problems);
        var (section, property) = list.Place;
        if (settings.Properties[section] is not JsonObject bag) settings.Properties[section] = bag = [];
        bag[property] = after;
        if (await SiteDocuments.PutAsync(db, settings, cancel)) await NoteAsync(list, act, before, after, cancel);
        return new([]);
    }, outcome => outcome.IsDone, cancel);

    private Task NoteAsync(WordList list, string act, string before, string after, CancellationToken cancel)
    {
        var changes = WordLines.Difference(before, after);
        return audit.NoteAsync("Settings", act, list.Path, list.Phrases.Title, data: AuditChanges.Write(changes.Take(MaxNoted).Select(change => new AuditChange(change.Word, change.Before ?? "", change.After ?? ""))), cancel: cancel);
    }

    private static string SourceOf(SiteSettings settings, WordList list) => settings.Properties[list.Place.Section]?[list.Place.Property]?.ToString() ?? "";

    private static string TextAt(string source, int line) => line > 0 ? source.Split('\n').ElementAtOrDefault(line - 1)?.TrimEnd('\r') ?? "" : "";
}
