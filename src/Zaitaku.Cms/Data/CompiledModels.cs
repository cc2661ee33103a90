using Microsoft.EntityFrameworkCore.Metadata;

namespace Zaitaku.Cms.Data;

/// <summary>The model of a site's tables as code, for each engine, so that no start has to make it of the maps: <c>bin/model</c> writes it.</summary>
public sealed record CompiledModels(Func<IModel> Sqlite, Func<IModel> PostgreSql);
