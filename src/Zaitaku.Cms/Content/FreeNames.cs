namespace Zaitaku.Cms.Content;

/// <summary>
/// Which addresses, or aliases, of one batch of an import nobody has, asked in one query; and which the batch itself has given away while its
/// rows wait to be written.
/// </summary>
public sealed class FreeNames
{
    private readonly HashSet<string> free;
    private readonly Dictionary<string, string> claims = [];

    private FreeNames(HashSet<string> free) => this.free = free;

    /// <param name="wanted">Every name the batch states.</param>
    /// <param name="taken">Of these, the names somebody has.</param>
    public static async Task<FreeNames> LoadAsync(IEnumerable<string?> wanted, Func<List<string>, Task<List<string>>> taken)
    {
        var names = wanted.OfType<string>().Where(name => name.Length > 0).ToHashSet();
        if (names.Count > 0) names.ExceptWith(await taken([.. names]));
        return new(names);
    }

    /// <summary>Whether another item has the name; null when the database must be asked.</summary>
    public bool? IsTaken(string name, string contentItemId) =>
        claims.TryGetValue(name, out var owner) && owner != contentItemId ? true : free.Contains(name) ? false : null;

    /// <summary>Notes that the item has the name from now on.</summary>
    public void Claim(string? name, string contentItemId)
    {
        if (name is { Length: > 0 }) claims[name] = contentItemId;
    }
}
