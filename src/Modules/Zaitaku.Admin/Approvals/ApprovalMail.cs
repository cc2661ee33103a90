using System.Globalization;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Approvals;

/// <summary>Tells those concerned of a request, through the outbox: the mail goes out when what it tells of is kept.</summary>
public sealed class ApprovalMail(Outbox outbox, Mandates mandates, PermissionHolders holders, SiteAddress address)
{
    /// <summary>Tells the approvers of the level that is waited for.</summary>
    public Task AskAsync(ApprovalRequest request, CancellationToken cancel) => TellApproversAsync(ApprovalMailText.Asked, request, 0, cancel);

    /// <summary>Tells them again.</summary>
    public Task RemindAsync(ApprovalRequest request, int days, CancellationToken cancel) => TellApproversAsync(ApprovalMailText.Reminded, request, days, cancel);

    public Task ApprovedAsync(ApprovalRequest request, CancellationToken cancel) => TellApplicantAsync(ApprovalMailText.Approved, request, "", cancel);

    public Task RemandedAsync(ApprovalRequest request, string reason, CancellationToken cancel) => TellApplicantAsync(ApprovalMailText.Remanded, request, reason, cancel);

    public Task LapsedAsync(ApprovalRequest request, CancellationToken cancel) => TellApplicantAsync(ApprovalMailText.Lapsed, request, "", cancel);

    /// <summary>Tells those who publish, and whoever made it, that something could not go out when it was due.</summary>
    public async Task HeldAsync(ContentItem item, string why, CancellationToken cancel)
    {
        var (readers, owner) = (await mandates.ReadersAsync(item.Audience, cancel), item.Owner is null ? null : await holders.FindAsync(item.Owner, cancel));
        var told = (await holders.OfAsync(CmsPermissions.PublishContent, cancel)).Append(owner).OfType<Holder>().DistinctBy(holder => holder.UserId);
        var link = await address.OfAsync($"admin/content/{item.ContentItemId}", cancel);
        (MailSlot, string)[] values = [(ApprovalMailText.Title, item.DisplayText ?? ""), (ApprovalMailText.Why, why), (ApprovalMailText.Link, link)];
        foreach (var holder in told.Where(holder => readers is null || readers.Contains(holder.UserId))) await outbox.PutAsync(holder.Email, ApprovalMailText.Held, values, cancel);
    }

    private async Task TellApproversAsync(SiteMail mail, ApprovalRequest request, int days, CancellationToken cancel)
    {
        var values = await ValuesAsync(request, request.Comment, days, cancel);
        foreach (var holder in await mandates.AskedAsync(request, cancel)) await outbox.PutAsync(holder.Email, mail, values, cancel);
    }

    private async Task TellApplicantAsync(SiteMail mail, ApprovalRequest request, string comment, CancellationToken cancel)
    {
        if (await holders.FindAsync(request.ApplicantId, cancel) is { } applicant) await outbox.PutAsync(applicant.Email, mail, await ValuesAsync(request, comment, 0, cancel), cancel);
    }

    private async Task<(MailSlot Slot, string Value)[]> ValuesAsync(ApprovalRequest request, string comment, int days, CancellationToken cancel) =>
    [
        (ApprovalMailText.Title, request.Title),
        (ApprovalMailText.Kind, ApprovalText.KindName(request.Kind)),
        (ApprovalMailText.Applicant, request.ApplicantName),
        (ApprovalMailText.Comment, comment.Length > 0 ? comment : ApprovalMailText.NoComment),
        (ApprovalMailText.Days, days.ToString(CultureInfo.InvariantCulture)),
        (ApprovalMailText.Link, await address.OfAsync($"admin/approvals/{request.Id}", cancel)),
    ];
}
