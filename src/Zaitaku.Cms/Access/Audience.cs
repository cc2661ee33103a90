namespace Zaitaku.Cms.Access;

/// <summary>Whom content is for. Each wider circle reads everything the narrower value's predecessors allow: Staff ⊃ Professionals ⊃ Public.</summary>
public enum Audience
{
    /// <summary>Anyone: 一般公開.</summary>
    Public = 0,

    /// <summary>Signed-in medical and care professionals: 専門職限定.</summary>
    Professionals = 1,

    /// <summary>Staff of the centre: 職員限定.</summary>
    Staff = 2,
}
