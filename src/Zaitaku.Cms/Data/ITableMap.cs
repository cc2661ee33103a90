using Microsoft.EntityFrameworkCore;

namespace Zaitaku.Cms.Data;

/// <summary>Tables that a module, or the kernel, adds to <see cref="SiteDb"/>.</summary>
public interface ITableMap
{
    void Map(ModelBuilder modelBuilder);
}
