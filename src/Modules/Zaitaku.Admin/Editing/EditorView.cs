using Zaitaku.Admin.Approvals;
using Zaitaku.Admin.Freshness;
using Zaitaku.Admin.Proofs;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Routing;

namespace Zaitaku.Admin.Editing;

/// <summary>What the page of the editor shows.</summary>
/// <param name="Key">Under which the script keeps what is typed: the item's id, or the type of a new one.</param>
/// <param name="BaseVersionId">The version the editor began from; of a new item the id it shall have.</param>
public sealed record EditorView(ContentItem Item, EditContext Context, string TypeName, string Key, string BaseVersionId)
{
    /// <summary>Whether readers see a version of it.</summary>
    public bool IsLive { get; init; }

    /// <summary>Who else has it open.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    /// <summary>What the editor typed earlier and never saved.</summary>
    public Autosave? Kept { get; init; }

    /// <summary>The list it stands in.</summary>
    public (string Id, string Title)? Container { get; init; }

    /// <summary>What the checks say, when they were asked or hold the page back.</summary>
    public ProofView? Proof { get; init; }

    /// <summary>What the type demands before it goes out.</summary>
    public ApprovalSettings Approval { get; init; } = new();

    /// <summary>The request about it that waits for an answer, or came back last.</summary>
    public ApprovalRequest? Request { get; init; }

    /// <summary>The shadow copy it has, or what it is a copy of.</summary>
    public ReplacementView? Replacement { get; init; }

    /// <summary>What else the address of this page says.</summary>
    public string Query { get; init; } = "";

    public bool IsReplacement => Replacement?.Of is not null;

    /// <summary>From when on a look at the page is overdue; null when it needs none, or is no page.</summary>
    public DateTime? ReviewDueUtc => HasReview ? ReviewPart.DueUtc(Item) : null;

    public bool HasReview => Context.Definitions.Type(Item.ContentType)?.Parts.Exists(part => part.PartName == nameof(ReviewPart)) == true;

    public string? PublicPath => Item.Get<AutoroutePart>() is { Disabled: false } route ? route.SetHomepage ? "" : route.Path : null;
}

/// <summary>差し替え, as the editor of either side shows it.</summary>
/// <param name="CopyId">The copy this item has.</param>
/// <param name="Of">The item this is a copy of, and what it is called.</param>
/// <param name="IsBehind">Whether the live item has changed since the copy was made.</param>
/// <param name="Held">Why the copy could not go in when it was due.</param>
public sealed record ReplacementView(string? CopyId, (string Id, string Title)? Of = null, bool IsBehind = false, string? Held = null);
