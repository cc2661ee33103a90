namespace Zaitaku.Proofing.Links.External;

/// <summary>What a link led to.</summary>
/// <param name="Status">What the other site said last; null when it said nothing.</param>
/// <param name="Fault">Why it said nothing.</param>
public sealed record LinkAnswer(int? Status, LinkFault? Fault = null)
{
    public bool IsGood => Status is >= 200 and < 300;

    /// <summary>Whether a reader would arrive nowhere. Sites that want no program to look (401, 403, 429) may well show themselves to people.</summary>
    public bool IsBad => Fault is not null || Status is >= 400 and not (401 or 403 or 429);
}

public enum LinkFault
{
    /// <summary>It leads to no public address, or to another port than 80 and 443.</summary>
    NotPublic,
    NoSuchHost,
    Unreachable,
    Timeout,
    Certificate,
    TooManyRedirects,
    Malformed,
}
