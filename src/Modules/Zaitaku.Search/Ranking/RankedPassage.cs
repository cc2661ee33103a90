using Zaitaku.Search.Index;

namespace Zaitaku.Search.Ranking;

/// <summary>A section that was read and weighed.</summary>
public sealed record RankedPassage(Match Match, PassageText Text, double Score);

/// <summary>A section as the ranking reads it.</summary>
/// <param name="Title">Normalised.</param>
/// <param name="Rest">Normalised.</param>
public sealed record PassageText(long Id, int Length, string Title, string Rest)
{
    public bool Holds(string run) => Title.Contains(run, StringComparison.Ordinal) || Rest.Contains(run, StringComparison.Ordinal);
}
