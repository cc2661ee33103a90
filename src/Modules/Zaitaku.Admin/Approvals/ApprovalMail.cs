using Zaitaku.Cms.Access;
using Zaitaku.Cms.Mail;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Approvals;

/// <summary>Tells those concerned of a request, through the outbox: the mail goes out when what it tells of is kept.</summary>
public sealed class ApprovalMail(Outbox outbox, Mandates mandates, PermissionHolders holders, SiteAddress address)
{
    /// <summary>Tells the approvers of the level that is waited for.</summary>
    public Task AskAsync(ApprovalRequest request, CancellationToken cancel) => TellApproversAsync(request, ApprovalText.AskedSubject(request), cancel);

    /// <summary>Tells them again.</summary>
    public Task RemindAsync(ApprovalRequest request, int days, CancellationToken cancel) => TellApproversAsync(request, ApprovalText.RemindedSubject(request, days), cancel);

    public Task ApprovedAsync(ApprovalRequest request, CancellationToken cancel) => TellApplicantAsync(request, ApprovalText.ApprovedSubject(request), "", cancel);

    public Task RemandedAsync(ApprovalRequest request, string reason, CancellationToken cancel) => TellApplicantAsync(request, ApprovalText.RemandedSubject(request), reason, cancel);

    public Task LapsedAsync(ApprovalRequest request, CancellationToken cancel) => TellApplicantAsync(request, ApprovalText.LapsedSubject(request), "", cancel);

    private async Task TellApproversAsync(ApprovalRequest request, string subject, CancellationToken cancel)
    {
        var body = ApprovalText.MailBody(request, request.Comment, await LinkAsync(request, cancel));
        foreach (var holder in await mandates.AskedAsync(request, cancel)) await outbox.PutAsync(holder.Email, OneLine(subject), body, cancel);
    }

    private async Task TellApplicantAsync(ApprovalRequest request, string subject, string comment, CancellationToken cancel)
    {
        if (await holders.FindAsync(request.ApplicantId, cancel) is not { } applicant) return;
        await outbox.PutAsync(applicant.Email, OneLine(subject), ApprovalText.MailBody(request, comment, await LinkAsync(request, cancel)), cancel);
    }

    private ValueTask<string> LinkAsync(ApprovalRequest request, CancellationToken cancel) => address.OfAsync($"admin/approvals/{request.Id}", cancel);

    /// <summary>A title may hold anything; a subject is one line and not long.</summary>
    private static string OneLine(string text)
    {
        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= 120 ? line : line[..119] + "…";
    }
}
