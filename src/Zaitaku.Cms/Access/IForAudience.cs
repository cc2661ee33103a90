namespace Zaitaku.Cms.Access;

/// <summary>A row that only some may see.</summary>
public interface IForAudience
{
    Audience Audience { get; }
}
