namespace Zaitaku.Cms.Data;

/// <summary>Where everything lies that is not in the database server: the SQLite file, media, keys, made books. Setting <c>Zaitaku:DataPath</c>.</summary>
/// <param name="Path">An absolute path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>A folder inside, made when it is not there yet.</summary>
    public string Sub(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
