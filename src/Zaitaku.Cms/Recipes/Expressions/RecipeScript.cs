using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Zaitaku.Cms.Content;

namespace Zaitaku.Cms.Recipes.Expressions;

/// <summary>
/// Evaluates the expressions of one recipe. The functions are Orchard Core's closed list; each does what it does there, except that
/// <c>uuid()</c> is drawn from the file's bytes and the place it stands at: the same recipe gives the same ids each time it is applied, and
/// so changes nothing the second time. (Ids are names, not secrets.)
/// </summary>
internal sealed class RecipeScript(RecipeFile file, RecipeParameters parameters, IConfiguration configuration, ICollection<PlanLine> notes)
{
    private const int MaxRounds = 8;
    private const long MaxCharacters = 64L * 1024 * 1024;

    private readonly Dictionary<string, string> variables = [];
    private readonly HashSet<string> beingEvaluated = [];
    private long characters;

    /// <summary>Puts the results in the place of all expressions under the node.</summary>
    /// <param name="step">Name of the step the node belongs to.</param>
    public void EvaluateAll(string step, JsonNode? node, ICollection<RecipeProblem> problems)
    {
        switch (node)
        {
            case JsonObject bag:
                foreach (var (_, value) in bag.ToList()) EvaluateAll(step, value, problems);
                break;
            case JsonArray list:
                foreach (var value in list.ToList()) EvaluateAll(step, value, problems);
                break;
            case not null when node.Text() is { } text && ExpressionText.Find(text) is not null:
                Evaluate(step, node, text, problems);
                break;
        }
    }

    private void Evaluate(string step, JsonNode node, string text, ICollection<RecipeProblem> problems)
    {
        try
        {
            file.Replace(node, JsonValue.Create(Evaluate(text, node.GetPath())));
        }
        catch (ForeignScriptException)
        {
            notes.Add(new(step, PlanVerb.Note, RecipesText.ScriptKept(text)));
        }
        catch (ExpressionException refused)
        {
            problems.Add(file.Problem(node, refused.Message));
        }
    }

    /// <summary>Evaluates while the result is an expression again. Only the file itself may be wrong about a prefix; a result is then text.</summary>
    private string Evaluate(string text, string place)
    {
        for (var round = 0; ExpressionText.Find(text) is { } found && (found.IsKnown || round == 0); round++)
        {
            if (!found.IsKnown) throw new ExpressionException(RecipesText.UnknownExpression(found.Prefix));
            if (round == MaxRounds) throw new ExpressionException(RecipesText.ExpressionDeep);
            var (ids, isFile) = (0, found.Prefix == "file");
            if (!isFile && ForeignScript.IsNow(found.Script)) return Written();
            if (!isFile && ForeignScript.Is(found.Script)) throw new ForeignScriptException();
            text = new ExpressionReader(found.Script, (name, given) => isFile ? CallFile(name, given) : Call(name, given, $"{place}#{round}.{ids++}")).Read();
            if ((characters += text.Length) > MaxCharacters) throw new ExpressionException(RecipesText.ExpressionLarge);
        }

        return text;
    }

    /// <summary>For the same recipe the present is always the time its file was written: applied again it changes nothing.</summary>
    private string Written() => file.WrittenUtc.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private string Call(string name, IReadOnlyList<string> given, string place) => (name, given) switch
    {
        ("uuid", []) => Uuid(place),
        ("base64", [var text]) => Encoding.UTF8.GetString(Bytes(text)),
        ("html", [var text]) => WebUtility.HtmlDecode(text),
        ("gzip", [var text]) => Convert.ToBase64String(Unzipped(Bytes(text))),
        ("variables", [var key]) => Variable(key),
        ("parameters", [var key]) => Parameter(key),
        ("configuration", [var key]) => Setting(key, ""),
        ("configuration", [var key, var fallback]) => Setting(key, fallback),
        ("uuid" or "base64" or "html" or "gzip" or "variables" or "parameters" or "configuration", _) => throw new ExpressionException(RecipesText.ArgumentCount(name)),
        _ => throw new ExpressionException(RecipesText.UnknownFunction(name)),
    };

    private string CallFile(string name, IReadOnlyList<string> given) => (name, given) switch
    {
        ("text", [var path]) => Encoding.UTF8.GetString(Neighbour(path)).TrimStart('\uFEFF'),
        ("base64", [var path]) => Convert.ToBase64String(Neighbour(path)),
        ("text" or "base64", _) => throw new ExpressionException(RecipesText.ArgumentCount(name)),
        _ => throw new ExpressionException(RecipesText.UnknownFunction(name)),
    };

    private string Uuid(string place) =>
        ContentId.From(SHA256.HashData(Encoding.UTF8.GetBytes($"{file.Fingerprint}\n{place}")).AsSpan(0, 16));

    private string Variable(string name)
    {
        if (variables.TryGetValue(name, out var known)) return known;
        if (file.Variables?[name] is not { } node) throw new ExpressionException(RecipesText.UnknownVariable(name));
        if (!beingEvaluated.Add(name)) throw new ExpressionException(RecipesText.ExpressionDeep);
        var value = Known(node.Text() ?? node.ToJsonString(ContentJson.Options), node.GetPath());
        beingEvaluated.Remove(name);
        return variables[name] = value;
    }

    /// <summary>A variable that only Orchard Core could compute is empty within a text: a script has no place there.</summary>
    private string Known(string text, string place)
    {
        try
        {
            return Evaluate(text, place);
        }
        catch (ForeignScriptException)
        {
            notes.Add(new("variables", PlanVerb.Note, RecipesText.VariableEmpty(text)));
            return "";
        }
    }

    private string Parameter(string name) =>
        RecipeParameters.IsSecret(name) ? throw new ExpressionException(RecipesText.SecretParameter(name))
        : parameters.Find(name) ?? throw new ExpressionException(RecipesText.UnknownParameter(name));

    private string Setting(string key, string fallback) =>
        (ConfigurationValue.IsSecret(key) ? null : ConfigurationValue.Read(configuration, key, fallback))
        ?? throw new ExpressionException(RecipesText.SecretParameter(key));

    private byte[] Neighbour(string path)
    {
        if (RecipeFolder.Resolve(file.Folder, path) is not { } full) throw new ExpressionException(RecipesText.PathOutside(path));
        var found = new FileInfo(full);
        if (!found.Exists) throw new ExpressionException(RecipesText.FileMissing(path));
        return found.Length <= RecipeFile.MaxBytes ? File.ReadAllBytes(full) : throw new ExpressionException(RecipesText.FileTooLarge(found.Length));
    }

    private static byte[] Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : throw new ExpressionException(RecipesText.NotBase64);
    }

    private static byte[] Unzipped(byte[] bytes)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var buffer = new byte[81920];
            for (var read = zip.Read(buffer); read > 0; read = zip.Read(buffer))
            {
                if (plain.Length + read > RecipeFile.MaxBytes) throw new ExpressionException(RecipesText.NotGzip);
                plain.Write(buffer, 0, read);
            }

            return plain.ToArray();
        }
        catch (InvalidDataException)
        {
            throw new ExpressionException(RecipesText.NotGzip);
        }
    }
}
