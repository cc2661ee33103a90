namespace Zaitaku.Members;

/// <summary>The section <c>Members</c> of the settings.</summary>
public sealed class MembersSettings
{
    /// <summary>A session nobody used for this long is over.</summary>
    public int IdleMinutes { get; set; } = 30;

    /// <summary>A session is over after this long, however busy it is.</summary>
    public int LifetimeHours { get; set; } = 12;

    /// <summary>Whether those who may enter the workplace need a second factor. Null: everywhere but in Development.</summary>
    public bool? SecondFactorForStaff { get; set; }

    /// <summary>Posts one address may send to the sign-in pages in a minute: an office shares one.</summary>
    public int SignInsPerMinute { get; set; } = 30;

    /// <summary>The host name that passkeys are made for. Null: that of the site's address in the settings, never of a request.</summary>
    public string? PasskeyDomain { get; set; }

    internal TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);

    internal TimeSpan Lifetime => TimeSpan.FromHours(LifetimeHours);
}
