using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Routing;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Words;
using Zaitaku.Search.Analysis;

namespace Zaitaku.Search.Words;

/// <summary>Adds what editors know to the site's words: synonyms, and answers that stand first.</summary>
public sealed class WordDesk(SiteDb db, AuditTrail trail)
{
    /// <summary>More pinned answers than this are nobody's to keep in order.</summary>
    private const int MaxPinned = 500;

    /// <summary>Says that two words mean the same: in the group that has one of them, or in a new one.</summary>
    /// <returns>What is wrong with them, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> AddSynonymAsync(string? word, string? other, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        ContentProblem[] problems = [.. Check("Word", word, SearchText.WordsMissing), .. Check("Other", other, SearchText.SynonymMissing)];
        if (problems.Length > 0) return problems;
        var (one, two) = (word!.Trim(), other!.Trim());
        if (NormalText.Of(one) == NormalText.Of(two)) return [new("Other", SearchText.SameWord)];
        if (WordLines.Written((await SectionAsync<ThesaurusSettings>(cancel)).Groups).Sum(group => group.Length) > SynonymList.MaxWords) return [new("Other", SynonymsText.TooMany(SynonymList.MaxWords))];
        if (await AlterAsync<ThesaurusSettings>(settings => settings.Groups = WithSynonym(settings.Groups, one, two), cancel))
            await trail.NoteAsync("Search", "SynonymAdded", nameof(ThesaurusSettings), $"{one}, {two}", cancel: cancel);
        return [];
    }, cancel);

    /// <summary>Pins a page of the public's for a word, in the place of an earlier one.</summary>
    /// <returns>What is wrong with it, or nothing.</returns>
    public Task<IReadOnlyList<ContentProblem>> PinAsync(string? word, string? address, CancellationToken cancel) => db.WriteAsync<IReadOnlyList<ContentProblem>>(async () =>
    {
        ContentProblem[] problems = [.. Check("PinnedWord", word, SearchText.WordsMissing)];
        if (await PathAsync(address ?? "", cancel) is not { } path) return [.. problems, new("Address", SearchText.PageMissing)];
        if (problems.Length > 0) return problems;
        if (WordLines.Read((await SectionAsync<PinnedAnswersSettings>(cancel)).Answers).Count() >= MaxPinned) return [new("PinnedWord", SearchText.TooManyPinned(MaxPinned))];
        if (await AlterAsync<PinnedAnswersSettings>(settings => settings.Answers = $"{Without(settings.Answers, word!)}{word!.Trim()},/{path}\n", cancel))
            await trail.NoteAsync("Search", "AnswerPinned", nameof(PinnedAnswersSettings), $"{word!.Trim()}: /{path}", cancel: cancel);
        return [];
    }, cancel);

    public Task UnpinAsync(string word, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        if (await AlterAsync<PinnedAnswersSettings>(settings => settings.Answers = Without(settings.Answers, word), cancel))
            await trail.NoteAsync("Search", "AnswerUnpinned", nameof(PinnedAnswersSettings), word, cancel: cancel);
        return true;
    }, cancel);

    private static IEnumerable<ContentProblem> Check(string path, string? word, string missing)
    {
        if (string.IsNullOrWhiteSpace(word)) yield return new(path, missing);
        else if (word.Trim().Length > SynonymList.MaxWord) yield return new(path, SearchText.WordTooLong);
        else if (word.Trim().Any(letter => letter is ',' or '#' || char.IsControl(letter))) yield return new(path, SearchText.CommaInWord);
        else if (!Run.Of(NormalText.Of(word)).Any()) yield return new(path, SynonymsText.NoLetters);
        else if (WordFile.IsFormula(word.Trim())) yield return new(path, WordsText.Formula);
    }

    /// <summary>The page at the address, as it is typed or copied from the browser.</summary>
    /// <returns>Without the leading slash; null when there is no such page.</returns>
    private async Task<string?> PathAsync(string address, CancellationToken cancel)
    {
        var whole = address.Trim();
        if (Uri.TryCreate(whole, UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal)) whole = url.AbsolutePath;
        var path = Uri.UnescapeDataString(whole.Split('#', '?')[0]).Trim('/');
        var isPage = path.Length > 0 && !path.Any(char.IsControl) && await db.Set<AutoroutePartIndex>().AnyAsync(row => row.Published && row.Path == path, cancel);
        return isPage ? path : null;
    }

    /// <summary>The editors' own lines and comments stay as they are; only the line of the group grows.</summary>
    private static string WithSynonym(string groups, string one, string other)
    {
        var lines = groups.TrimEnd('\n').Split('\n').ToList();
        var at = lines.FindIndex(line => WordLines.Read(line).Any(words => words.Contains(NormalText.Of(one)) || words.Contains(NormalText.Of(other))));
        if (at < 0) return string.Join('\n', lines.Append($"{one},{other}")) + "\n";
        var known = WordLines.Read(lines[at]).Single();
        var more = new[] { one, other }.Where(word => !known.Contains(NormalText.Of(word)));
        var (words, comment) = lines[at].IndexOf('#', StringComparison.Ordinal) is >= 0 and var mark ? (lines[at][..mark].TrimEnd(), " " + lines[at][mark..]) : (lines[at].TrimEnd(), "");
        lines[at] = string.Join(',', more.Prepend(words)) + comment;
        return string.Join('\n', lines) + "\n";
    }

    private static string Without(string answers, string word) =>
        string.Concat(answers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => WordLines.Read(line).FirstOrDefault() is not { } cells || cells[0] != NormalText.Of(word.Trim())).Select(line => line + "\n"));

    private async Task<TSection> SectionAsync<TSection>(CancellationToken cancel) where TSection : new() =>
        (await SiteDocuments.LoadAsync<SiteSettings>(db, cancel)).Section<TSection>();

    /// <returns>Whether there was anything to change.</returns>
    private async Task<bool> AlterAsync<TSection>(Action<TSection> change, CancellationToken cancel) where TSection : new()
    {
        var settings = await SiteDocuments.LoadAsync<SiteSettings>(db, cancel);
        var section = settings.Section<TSection>();
        change(section);
        settings.Properties[typeof(TSection).Name] = JsonSerializer.SerializeToNode(section, ContentJson.Options);
        return await SiteDocuments.PutAsync(db, settings, cancel);
    }
}
