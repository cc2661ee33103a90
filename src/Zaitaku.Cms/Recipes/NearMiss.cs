namespace Zaitaku.Cms.Recipes;

/// <summary>Tells a spelling mistake from a name of another house.</summary>
internal static class NearMiss
{
    private const int MostSlips = 2;

    /// <summary>In a name of so few letters a second slip makes another word of it.</summary>
    private const int Short = 4;

    /// <summary>The candidate that differs from the name by two letters at most (one wrong, missing or too many each), or null.</summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        var most = name.Length <= Short ? 1 : MostSlips;
        return candidates.Select(candidate => (Name: candidate, Slips: Slips(name, candidate))).Where(found => found.Slips <= most).OrderBy(found => found.Slips).FirstOrDefault().Name;
    }

    /// <summary>Levenshtein's distance, without regard to case; names of very different length are not compared.</summary>
    private static int Slips(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > MostSlips) return int.MaxValue;
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                (corner, row[j]) = (row[j], same ? corner : 1 + Math.Min(corner, Math.Min(row[j], row[j - 1])));
            }
        }

        return row[^1];
    }
}
