package org.skipjack.data.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skipjack.data.DatasetException;
import org.skipjack.data.catalog.DatasetDescription.Archive;

/**
 * Downloads one file from the first address that gives it with its published digest. What has come
 * stays in a {@code .part} file, and the next attempt, also of another process, goes on from there
 * if the server can.
 */
public final class Download {
  private final HttpClient client;
  private final Patience patience;
  private final Progress progress;

  /** A callback for the progress of a download. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Some bytes have come.
     *
     * @param file the name of the file
     * @param done bytes that are here
     * @param total bytes of the whole file
     */
    void report(String file, long done, long total);
  }

  /**
   * When to give up.
   *
   * @param attempts how often an address is tried
   * @param pause before the second attempt, doubled before each further one
   * @param stall how long to wait for an answer, and for every {@code least} bytes of it
   * @param least the bytes that have to come in that time, so that a drip holds nobody
   */
  record Patience(int attempts, Duration pause, Duration stall, int least) {
    static final Patience DEFAULT =
        new Patience(5, Duration.ofSeconds(1), Duration.ofSeconds(30), 60_000);
  }

  /** An answer after which the same address need not be asked again. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    /** Whether the answer may be due to the part that was there already. */
    private final boolean ofPart;

    Refused(String message, boolean ofPart) {
      super(message);
      this.ofPart = ofPart;
    }
  }

  Download(Patience patience, Progress progress) {
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(patience.stall())
            .build();
    this.patience = patience;
    this.progress = progress;
  }

  /**
   * Downloads a file.
   *
   * @throws DatasetException if no address gives it, with what each answered
   * @throws IOException if it cannot be written
   */
  void fetch(Archive archive, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    refuseIfNoFile(part);
    List<String> failures = new ArrayList<>();
    for (String address : archive.addresses()) {
      if (fetch(archive, address, part, failures)) {
        Files.move(
            part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
    }
    throw new DatasetException(
        String.format(
            Locale.ROOT,
            """
        %1$s could not be fetched.

        %2$s

        Fix: check the network, then run the command again: it goes on where it stopped
         or: get the file on another machine (%3$d bytes, %4$s) and put it into %5$s
         or: behind a proxy, set SKIPJACK_JAVA_OPTS="-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT".""",
            archive.name(),
            String.join("\n", failures.stream().map(line -> "    " + line).toList()),
            archive.bytes(),
            archive.digest(),
            target.getParent()));
  }

  /** Through a link, whoever may write to this folder could have any file overwritten. */
  private static void refuseIfNoFile(Path part) {
    boolean there = Files.exists(part, LinkOption.NOFOLLOW_LINKS);
    if (there && !Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)) {
      throw new DatasetException(
          "%s is %s, expected what an earlier download left.\nFix: remove it, then run the command again."
              .formatted(part, Files.isSymbolicLink(part) ? "a symbolic link" : "no plain file"),
          part,
          0);
    }
  }

  private boolean fetch(Archive archive, String address, Path part, List<String> failures)
      throws IOException {
    Duration pause = patience.pause();
    String failure = "";
    boolean anew = false;
    for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
      try {
        boolean continued = transfer(archive, address, part);
        if (archive.digest().matches(part)) {
          return true;
        }
        String digest = archive.digest().of(part);
        Files.delete(part);
        if (continued && !anew) {
          anew = true; // what was there before may have been of another file
          attempt--;
          continue;
        }
        failures.add(
            "%s: what came has %s %s, the official one is %s"
                .formatted(address, archive.digest().algorithm(), digest, archive.digest().hex()));
        return false;
      } catch (IOException e) {
        stopIfInterrupted(part);
        failure = address + ": " + reason(e);
        if (e instanceof Refused refused && refused.ofPart && !anew) {
          Files.deleteIfExists(part);
          anew = true;
          attempt--;
          continue;
        }
        if (e instanceof Refused || (e instanceof ConnectException && attempt > 1)) {
          break;
        }
        if (attempt < patience.attempts()) {
          sleep(pause, part);
          pause = pause.multipliedBy(2);
        }
      }
    }
    failures.add(failure);
    return false;
  }

  /** Whether what has come was added to a part that was there. */
  private boolean transfer(Archive archive, String address, Path part) throws IOException {
    long here = Files.exists(part) ? Files.size(part) : 0;
    if (here == archive.bytes() && archive.digest().matches(part)) {
      return false;
    }
    if (here >= archive.bytes()) {
      Files.delete(part);
      here = 0;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address)).timeout(patience.stall());
    if (here > 0) {
      request.header("Range", "bytes=" + here + "-");
    }
    HttpResponse<InputStream> response = send(request.build());
    try (InputStream body = response.body()) {
      boolean continued = continues(response, here);
      receive(archive, body, part, continued ? here : 0);
      return continued;
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Whether the body begins where the part ends; else it begins at the beginning. */
  private static boolean continues(HttpResponse<InputStream> response, long here)
      throws IOException {
    int status = response.statusCode();
    if (status == 200) {
      return false;
    }
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (status == 206 && range.startsWith("bytes " + here + "-")) {
      return true;
    }
    String answer = "the server answered " + status + (status == 206 ? " " + range : "");
    boolean passing = status >= 500 || status == 408 || status == 429;
    throw passing ? new IOException(answer) : new Refused(answer, here > 0 && status == 416);
  }

  private void receive(Archive archive, InputStream body, Path part, long from) throws IOException {
    long done = from;
    byte[] chunk = new byte[1 << 16];
    try (StallTimeout watch = new StallTimeout(body, patience);
        FileChannel file = FileChannel.open(part, options(from > 0));
        OutputStream out = Channels.newOutputStream(file)) {
      progress.report(archive.name(), done, archive.bytes());
      for (int read = watch.read(chunk); read >= 0; read = watch.read(chunk)) {
        done += read;
        if (done > archive.bytes()) {
          Files.delete(part);
          throw new Refused(
              String.format(
                  Locale.ROOT, "more came than the %,d bytes of the file", archive.bytes()),
              from > 0);
        }
        out.write(chunk, 0, read);
        progress.report(archive.name(), done, archive.bytes());
        if (Thread.currentThread().isInterrupted()) {
          throw new IOException("interrupted");
        }
      }
      file.force(true);
    }
    if (done < archive.bytes()) {
      throw new IOException(
          String.format(
              Locale.ROOT, "the connection ended after %,d of %,d bytes", done, archive.bytes()));
    }
  }

  private static Set<OpenOption> options(boolean append) {
    return Set.of(
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE,
        append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
        LinkOption.NOFOLLOW_LINKS);
  }

  private static void sleep(Duration pause, Path part) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopIfInterrupted(part);
    }
  }

  private static void stopIfInterrupted(Path part) {
    if (Thread.currentThread().isInterrupted()) {
      throw new DatasetException(
          "the download was stopped.\nFix: run the command again: it goes on with what is in %s."
              .formatted(part));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof ConnectException) {
      return "the server cannot be reached; is this machine offline?";
    }
    if (e instanceof HttpTimeoutException) {
      return "the server does not answer";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
