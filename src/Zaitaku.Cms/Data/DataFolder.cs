namespace Zaitaku.Cms.Data;

/// <summary>Where everything lies that is not in the database server: the SQLite file, media, keys, made books. Setting <c>Zaitaku:DataPath</c>.</summary>
/// <param name="Path">An absolute path.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>A folder inside, made when it is not there yet, for nobody but the site's own user: keys and backups lie in such.</summary>
    public string Sub(string name)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (OperatingSystem.IsWindows()) return Directory.CreateDirectory(path).FullName;
        return Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }
}
