using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Connections;

namespace Zaitaku.Cms.Web;

/// <summary>
/// Kestrel refuses an address with a zero byte in it before any of our code runs, with an empty answer. Here the visitor is told what to do.
/// Behind TLS the bytes cannot be read, and Kestrel's own answer stays.
/// </summary>
internal sealed class ZeroByteAddresses(ConnectionDelegate next)
{
    public Task OnConnectionAsync(ConnectionContext connection)
    {
        connection.Transport = new Watched(connection.Transport);
        return next(connection);
    }

    private sealed class Watched(IDuplexPipe inner) : IDuplexPipe
    {
        public PipeReader Input { get; } = new FirstLines(inner);

        public PipeWriter Output => inner.Output;
    }

    /// <summary>Passes everything on, and ends the connection with an answer when a request line names such an address.</summary>
    private sealed class FirstLines(IDuplexPipe inner) : PipeReader
    {
        private static readonly byte[] Refusal = Answer();
        private bool ended;

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            var read = inner.Input.ReadAsync(cancellationToken);
            return read.IsCompletedSuccessfully ? Look(read.GetAwaiter().GetResult()) : AwaitAsync(read);
        }

        public override bool TryRead(out ReadResult result) => inner.Input.TryRead(out result);

        public override void AdvanceTo(SequencePosition consumed)
        {
            if (!ended) inner.Input.AdvanceTo(consumed);
        }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
            if (!ended) inner.Input.AdvanceTo(consumed, examined);
        }

        public override void CancelPendingRead() => inner.Input.CancelPendingRead();

        public override void Complete(Exception? exception = null) => inner.Input.Complete(exception);

        [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
        private async ValueTask<ReadResult> AwaitAsync(ValueTask<ReadResult> read) => await Look(await read);

        private ValueTask<ReadResult> Look(ReadResult read) => IsRefused(read.Buffer) ? RefuseAsync(read) : new(read);

        private async ValueTask<ReadResult> RefuseAsync(ReadResult read)
        {
            ended = true;
            inner.Input.AdvanceTo(read.Buffer.End);
            await inner.Output.WriteAsync(Refusal);
            return new(ReadOnlySequence<byte>.Empty, isCanceled: false, isCompleted: true);
        }

        /// <summary>Whether this begins with a request line whose path has <c>%00</c> in it.</summary>
        private static bool IsRefused(in ReadOnlySequence<byte> buffer)
        {
            var span = buffer.FirstSpan;
            if (span.IndexOf("%00"u8) is var at && at < 0) return false;
            return span.IndexOfAny((byte)'\n', (byte)'?') is var end && (end < 0 || at < end) &&
                span.IndexOf((byte)'/') is > 0 and < 9 && span.IndexOf(" HTTP/1."u8) > at;
        }

        private static byte[] Answer()
        {
            var page = Encoding.UTF8.GetBytes(BarePage.Of(400));
            var head = $"""
                HTTP/1.1 400 Bad Request
                Content-Type: text/html; charset=utf-8
                Content-Length: {page.Length}
                Content-Security-Policy: {ContentSecurityPolicy.Default}
                X-Content-Type-Options: nosniff
                Connection: close


                """;
            return [.. Encoding.ASCII.GetBytes(head.ReplaceLineEndings("\r\n")), .. page];
        }
    }
}
