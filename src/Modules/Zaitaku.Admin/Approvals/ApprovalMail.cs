using System.Globalization;
using Zaitaku.Cms.Access;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Approvals;

/// <summary>Tells those concerned of a request, through the outbox: the mail goes out when what it tells of is kept.</summary>
public sealed class ApprovalMail(Outbox outbox, Mandates mandates, PermissionHolders holders, SiteAddress address)
{
    /// <summary>Tells the approvers of the level that is waited for.</summary>
    public Task AskAsync(ApprovalRequest request, CancellationToken cancel) => TellApproversAsync(ApprovalMailsText.Asked, request, [], cancel);

    /// <summary>Tells them again.</summary>
    public Task RemindAsync(ApprovalRequest request, int days, CancellationToken cancel) =>
        TellApproversAsync(ApprovalMailsText.Reminded, request, [(ApprovalMailsText.Days, days.ToString(CultureInfo.InvariantCulture))], cancel);

    public Task ApprovedAsync(ApprovalRequest request, CancellationToken cancel) => TellApplicantAsync(ApprovalMailsText.Approved, request, "", cancel);

    public Task RemandedAsync(ApprovalRequest request, string reason, CancellationToken cancel) => TellApplicantAsync(ApprovalMailsText.Remanded, request, reason, cancel);

    public Task LapsedAsync(ApprovalRequest request, CancellationToken cancel) => TellApplicantAsync(ApprovalMailsText.Lapsed, request, "", cancel);

    private async Task TellApproversAsync(SiteMail mail, ApprovalRequest request, IEnumerable<(MailSlot, string)> more, CancellationToken cancel)
    {
        (MailSlot, string)[] values = [.. await ValuesAsync(request, request.Comment, cancel), .. more];
        foreach (var holder in await mandates.AskedAsync(request, cancel)) await outbox.PutAsync(holder.Email, mail, values, cancel);
    }

    private async Task TellApplicantAsync(SiteMail mail, ApprovalRequest request, string comment, CancellationToken cancel)
    {
        if (await holders.FindAsync(request.ApplicantId, cancel) is not { } applicant) return;
        await outbox.PutAsync(applicant.Email, mail, await ValuesAsync(request, comment, cancel), cancel);
    }

    private async Task<(MailSlot, string)[]> ValuesAsync(ApprovalRequest request, string comment, CancellationToken cancel) =>
    [
        (ApprovalMailsText.Title, request.Title), (ApprovalMailsText.Kind, ApprovalText.KindName(request.Kind)), (ApprovalMailsText.Applicant, request.ApplicantName), (ApprovalMailsText.State, ApprovalText.StateName(request)),
        (ApprovalMailsText.Comment, comment.Length > 0 ? comment : ApprovalMailsText.NoComment), (ApprovalMailsText.Link, await address.OfAsync($"admin/approvals/{request.Id}", cancel)),
    ];
}
