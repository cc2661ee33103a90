using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Zaitaku.Admin.Ownership;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Settings;
using Zaitaku.Cms.Web;

namespace Zaitaku.Admin.Pages.Admin.Admin;

/// <summary>What the site's owner decides about the whole site, and what the operator has decided for them.</summary>
[Authorize(Policy = "ManageSettings"), RecentProof]
public sealed class SettingsModel(SettingsDesk desk, OwnersPicks picks, Configured configured) : EditorPage
{
    private PostedForm? form;
    private SettingsValues? theirs;

    public IReadOnlyList<SettingsSection> Sections => desk.Sections;

    public SettingsValues Values { get; private set; } = null!;

    public Dictionary<string, List<(string Label, string Value)>> Choices { get; } = [];

    public IReadOnlyList<ConfiguredValue> Configured => configured.All;

    public IReadOnlyList<ContentProblem> Problems { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Values = await desk.ReadAsync(cancel);
        foreach (var type in Sections.SelectMany(section => section.Fields).Select(field => field.Picks).OfType<string>().Distinct()) Choices[type] = await picks.OfAsync(type, cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        form = Posted();
        var outcome = await desk.SaveAsync(form, cancel);
        if (outcome is { Problems.Count: 0, Theirs: null }) return Back("/admin/settings", AdminText.SettingsSaved);
        theirs = outcome.Theirs;
        Problems = theirs is null ? outcome.Problems : [new("", AdminText.ChangedMeanwhile)];
        Refuse(Problems);
        if (theirs is not null) Response.StatusCode = StatusCodes.Status409Conflict;
        await OnGetAsync(cancel);
        return Page();
    }

    /// <summary>The setting of the operator that stands in this one's place.</summary>
    public ConfiguredValue? SourceOf(SettingsField field) => configured.Has(field.Configuration) ? Configured.First(value => value.Setting.Key == field.Configuration) : null;

    public string WasOf(string name) => Values.ByName[name];

    /// <summary>What was typed; where someone else has saved meanwhile, that for what was not touched, and both for what was.</summary>
    public FormControl ControlOf(SettingsSection section, SettingsField field)
    {
        var name = section.NameOf(field);
        var stored = Values.ByName[name];
        var typed = form?.Value(name) ?? stored;
        var touched = form is not null && typed != (form.Value($"was:{name}") ?? "");
        var both = theirs is not null && touched && typed != stored;
        return new(name, field.Label, theirs is not null && !touched ? stored : typed)
        {
            Hint = field.Hint,
            Required = field.Required,
            Problem = both ? AdminText.TheirsNow(Shown(field, stored)) : Problems.FirstOrDefault(problem => problem.Path == name)?.Message,
        };
    }

    private string Shown(SettingsField field, string value) => field.Property is FlagProperty
        ? value == "true" ? AdminText.Yes : AdminText.No
        : field.Picks is null ? value : Choices[field.Picks].Find(choice => choice.Value == value).Label ?? value;
}
