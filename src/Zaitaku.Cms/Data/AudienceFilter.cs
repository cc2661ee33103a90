using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Internal;
using Microsoft.EntityFrameworkCore.Query;
using Zaitaku.Cms.Access;

namespace Zaitaku.Cms.Data;

/// <summary>What a viewer may see of every table whose rows are <see cref="IForAudience"/>, for every query of every page. No table asks for it, and none can leave it out.</summary>
public static class AudienceFilter
{
    private static readonly Expression<Func<SiteDb, IForAudience, bool>> OfRows = (db, row) => row.Audience <= db.ViewerAudience;
    private static readonly Expression<Func<SiteDb, IVersionForAudience, bool>> OfVersions =
        (db, row) => (db.ViewerSeesDrafts || row.Published) && row.Audience <= db.ViewerAudience;

    /// <summary>The context that asks is put in by Entity Framework, at every query.</summary>
    private static readonly Expression Asking = Expression.Constant(null, typeof(SiteDb));

    /// <summary>Puts the filter on a model that is being made.</summary>
    internal static void Put(IMutableModel model)
    {
        foreach (var table in model.GetEntityTypes()) table.SetQueryFilter(Of(table.ClrType));
    }

    /// <summary>Puts the filter on a compiled model, which is made without: Entity Framework cannot write filters down as code.</summary>
    public static void Put(RuntimeModel model)
    {
        foreach (var table in ((IModel)model).GetEntityTypes())
        {
#pragma warning disable EF1001 // The only way to give a compiled model a filter. A test compares it with the model that is made.
            if (Of(table.ClrType) is { } filter) ((RuntimeEntityType)table).AddAnnotation(CoreAnnotationNames.QueryFilter, new QueryFilterCollection([new RuntimeQueryFilter(null, filter)]));
#pragma warning restore EF1001
        }
    }

    private static LambdaExpression? Of(Type row)
    {
        if (row.IsAssignableTo(typeof(IVersionForAudience))) return Of(row, OfVersions);
        return row.IsAssignableTo(typeof(IForAudience)) ? Of(row, OfRows) : null;
    }

    private static LambdaExpression Of(Type row, LambdaExpression filter)
    {
        var own = Expression.Parameter(row, "row");
        return Expression.Lambda(new ReplacingExpressionVisitor([.. filter.Parameters], [Asking, own]).Visit(filter.Body), own);
    }
}
