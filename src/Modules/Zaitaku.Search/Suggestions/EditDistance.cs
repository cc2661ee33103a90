namespace Zaitaku.Search.Suggestions;

/// <summary>How many slips lie between two words: letters left out, added, changed, or two neighbours exchanged.</summary>
public static class EditDistance
{
    /// <returns>The number of slips, or -1 when there are more than are allowed.</returns>
    public static int Of(string one, string other, int allowed)
    {
        if (Math.Abs(one.Length - other.Length) > allowed) return -1;
        var (before, last, row) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var change = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
                least = Math.Min(least, row[j]);
            }

            if (least > allowed) return -1;
            (before, last, row) = (last, row, before);
        }

        return last[other.Length] <= allowed ? last[other.Length] : -1;
    }
}
