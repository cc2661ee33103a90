namespace Zaitaku.Cms.Content;

/// <summary>
/// Something that needs versions of content to stay, such as an edition of a book. Modules register theirs; a version that is held is never deleted,
/// whoever asks.
/// </summary>
public abstract class VersionHold
{
    /// <summary>Those of the versions that must stay, each with the reason in a sentence for the editor.</summary>
    public abstract Task<IReadOnlyDictionary<string, string>> HeldAsync(IReadOnlyCollection<string> versionIds, CancellationToken cancel);
}

/// <summary>All that holds versions of content.</summary>
public sealed class VersionHolds(IEnumerable<VersionHold> holds)
{
    /// <inheritdoc cref="VersionHold.HeldAsync"/>
    public async Task<IReadOnlyDictionary<string, string>> HeldAsync(IReadOnlyCollection<string> versionIds, CancellationToken cancel)
    {
        var held = new Dictionary<string, string>();
        foreach (var hold in holds)
        {
            foreach (var (versionId, reason) in await hold.HeldAsync(versionIds, cancel)) held.TryAdd(versionId, reason);
        }

        return held;
    }
}
