using Zaitaku.Cms.Content;
using Zaitaku.Cms.Fields;

namespace Zaitaku.Emergency;

/// <summary>A notice as it was prepared: what it says, without a time. Its title is its heading.</summary>
public sealed class EmergencyNoticePart : ContentPart
{
    public const string ContentType = "EmergencyNotice";

    /// <summary>The word that says <see cref="IsUrgent"/>.</summary>
    public const string Urgent = "emergency";

    public TextField? Level { get; set; }
    public TextField? Text { get; set; }
    public LinkField? Link { get; set; }

    /// <summary>Whether it is 緊急; otherwise it is お知らせ.</summary>
    public bool IsUrgent => Level?.Text == Urgent;
}
