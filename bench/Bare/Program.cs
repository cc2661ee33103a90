using Microsoft.Extensions.Primitives;

// The least that Kestrel can do: one endpoint that answers with the bytes of a file, under the headers of another. What the page cache is compared with.
var body = await File.ReadAllBytesAsync(args[0]);
KeyValuePair<string, StringValues>[] headers = [.. from line in await File.ReadAllLinesAsync(args[1])
                                                   let colon = line.IndexOf(':', StringComparison.Ordinal)
                                                   select KeyValuePair.Create(line[..colon], new StringValues(line[(colon + 1)..].Trim()))];
var builder = WebApplication.CreateSlimBuilder(args[2..]);
builder.Logging.ClearProviders();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var app = builder.Build();
app.MapGet("/{**path}", context =>
{
    foreach (var (name, value) in headers) context.Response.Headers[name] = value;
    context.Response.ContentLength = body.Length;
    return context.Response.Body.WriteAsync(body).AsTask();
});
await app.RunAsync();
