using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Zaitaku.Cms.AuditTrail;
using Zaitaku.Cms.Content;
using Zaitaku.Cms.Data;
using Zaitaku.Cms.Editing;
using Zaitaku.Cms.Settings;

namespace Zaitaku.Admin.Ownership;

/// <summary>The settings as a form shows them: the value of each control by its name.</summary>
/// <param name="Version">Changes when any of the values does.</param>
public sealed record SettingsValues(IReadOnlyDictionary<string, string> ByName, string Version);

/// <summary>How a save ended.</summary>
/// <param name="Theirs">What stands in the settings, when someone else has changed them since the form was opened.</param>
public sealed record SettingsOutcome(IReadOnlyList<ContentProblem> Problems, SettingsValues? Theirs = null);

/// <summary>Reads and writes the sections of the settings that the owner edits. What is no field of any section stays as it is.</summary>
public sealed class SettingsDesk(SiteDb db, IEnumerable<SettingsSection> sections, OwnersPicks picks, Configured configured, AuditTrail audit)
{
    public IReadOnlyList<SettingsSection> Sections { get; } = [.. sections.OrderBy(section => section.Order)];

    public async Task<SettingsValues> ReadAsync(CancellationToken cancel) => ValuesOf(await LoadAsync(cancel));

    public Task<SettingsOutcome> SaveAsync(PostedForm form, CancellationToken cancel) => db.WriteAsync(async () =>
    {
        var settings = await LoadAsync(cancel);
        var before = ValuesOf(settings);
        if (form.Value("version") != before.Version) return new SettingsOutcome([], before);
        var problems = await TakeAsync(settings, before, form, cancel);
        if (problems.Count > 0) return new(problems);
        await SiteDocuments.PutAsync(db, settings.Deserialize<SiteSettings>(ContentJson.Options)!, cancel);
        await NoteAsync(before, ValuesOf(settings), cancel);
        return new([]);
    }, outcome => outcome.Problems.Count == 0 && outcome.Theirs is null, cancel);

    private async Task<JsonObject> LoadAsync(CancellationToken cancel) =>
        JsonSerializer.SerializeToNode(await SiteDocuments.LoadAsync<SiteSettings>(db, cancel), ContentJson.Options)!.AsObject();

    /// <summary>Goes through the sections' fields and asks the form: a form with more in it changes nothing more.</summary>
    private async Task<List<ContentProblem>> TakeAsync(JsonObject settings, SettingsValues before, PostedForm form, CancellationToken cancel)
    {
        List<ContentProblem> problems = [];
        foreach (var section in Sections)
        {
            var bag = BagOf(settings, section) ?? [];
            foreach (var field in section.Fields.Where(field => !configured.Has(field.Configuration)))
            {
                var name = section.NameOf(field);
                var problem = field.Property.Take(form, name, bag);
                var now = field.Property.Show(bag[field.Property.Name]);
                // What was so before, and is wrong by now, holds up no other change.
                if (problem is null && now != before.ByName[name]) problem = await ProblemAsync(field, now, cancel);
                if (problem is not null) problems.Add(new(name, problem));
            }

            if (section.Name.Length > 0 && bag.Parent is null && bag.Count > 0) settings[nameof(SiteSettings.Properties)]!.AsObject()[section.Name] = bag;
        }

        return problems;
    }

    private async Task<string?> ProblemAsync(SettingsField field, string value, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(value)) return field.Required ? ContentText.FieldRequired(field.Label) : null;
        if (value.Length > field.Most) return AdminText.TooLong(field.Most);
        if (field.Control != "textarea" && value.Any(char.IsControl)) return AdminText.OneLine;
        if (field.Picks is not null && !(await picks.OfAsync(field.Picks, cancel)).Any(choice => choice.Value == value)) return AdminText.PickGone;
        return field.Check?.Invoke(value);
    }

    private SettingsValues ValuesOf(JsonObject settings)
    {
        var values = Sections.SelectMany(section => section.Fields.Select(field =>
            (Name: section.NameOf(field), Value: field.Property.Show(BagOf(settings, section)?[field.Property.Name])))).ToDictionary(value => value.Name, value => value.Value);
        var all = JsonSerializer.SerializeToUtf8Bytes(values);
        return new(values, Convert.ToHexStringLower(SHA256.HashData(all).AsSpan(0, 16)));
    }

    private static JsonObject? BagOf(JsonObject settings, SettingsSection section) =>
        section.Name.Length == 0 ? settings : settings[nameof(SiteSettings.Properties)]?[section.Name] as JsonObject;

    private async Task NoteAsync(SettingsValues before, SettingsValues after, CancellationToken cancel)
    {
        List<AuditChange> changes = [];
        foreach (var (field, name) in Sections.SelectMany(section => section.Fields.Select(field => (field, section.NameOf(field)))))
        {
            if (before.ByName[name] == after.ByName[name]) continue;
            changes.Add(new(field.Label, await ReadableAsync(field, before.ByName[name], cancel), await ReadableAsync(field, after.ByName[name], cancel)));
        }

        if (changes.Count == 0) return;
        await audit.NoteAsync("Settings", "SettingsChanged", nameof(SiteSettings), string.Join(AdminText.Comma, changes.Select(change => change.What)), data: AuditChanges.Write(changes), cancel: cancel);
    }

    private async Task<string> ReadableAsync(SettingsField field, string value, CancellationToken cancel) =>
        field.Property is FlagProperty ? value == "true" ? AdminText.Yes : AdminText.No
        : field.Picks is null || value.Length == 0 ? value
        : (await picks.OfAsync(field.Picks, cancel)).Find(choice => choice.Value == value).Label ?? value;
}
