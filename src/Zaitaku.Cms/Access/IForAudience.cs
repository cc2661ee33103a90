namespace Zaitaku.Cms.Access;

/// <summary>A row that only some may see: its table is under the viewer's filter.</summary>
public interface IForAudience
{
    Audience Audience { get; }
}

/// <summary>A row of one version of an item: what is not published, only those see who see drafts.</summary>
public interface IVersionForAudience : IForAudience
{
    bool Published { get; }
}
