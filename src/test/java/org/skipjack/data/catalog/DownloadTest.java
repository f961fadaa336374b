package org.skipjack.data.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skipjack.data.DatasetException;
import org.skipjack.data.Seed;
import org.skipjack.data.catalog.DatasetDescription.Archive;
import org.skipjack.data.catalog.Download.Patience;

class DownloadTest {
  private static final int SIZE = 300_000;

  @TempDir private Path folder;

  private final byte[] file = new byte[SIZE];
  private final List<Long> reports = new ArrayList<>();
  private Served server;
  private Path target;
  private Path part;

  @BeforeEach
  void serve_a_file() throws IOException {
    Seed.of(7).random().nextBytes(file);
    server = new Served(file);
    target = folder.resolve("file.gz");
    part = folder.resolve("file.gz.part");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void it_comes_whole_and_reports_how_far_it_is() throws IOException {
    fetch(server.address());

    assertThat(target).hasBinaryContent(file);
    assertThat(part).doesNotExist();
    assertThat(reports).isSorted().startsWith(0L).endsWith((long) SIZE);
  }

  @Test
  void a_broken_connection_goes_on_where_it_broke() throws IOException {
    server.breakAfter(100_000);

    fetch(server.address());

    assertThat(target).hasBinaryContent(file);
    assertThat(server.ranges()).hasSize(2).startsWith("none");
    assertThat(server.ranges().get(1)).matches("bytes=[1-9]\\d*-");
  }

  @Test
  void what_an_earlier_process_left_is_taken_up() throws IOException {
    Files.write(part, Arrays.copyOf(file, 200_000));

    fetch(server.address());

    assertThat(target).hasBinaryContent(file);
    assertThat(server.ranges()).containsExactly("bytes=200000-");
  }

  @Test
  void a_server_without_ranges_begins_again() throws IOException {
    server.withoutRanges().breakAfter(100_000);

    fetch(server.address());

    assertThat(target).hasBinaryContent(file);
    assertThat(server.ranges()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 200_000, SIZE - 1})
  void a_part_of_other_content_is_found_out_and_tried_once_from_zero(int length)
      throws IOException {
    byte[] other = new byte[length];
    other[0] = (byte) ~file[0];
    Files.write(part, other);

    fetch(server.address());

    assertThat(target).hasBinaryContent(file);
    assertThat(server.ranges()).containsExactly("bytes=" + length + "-", "none");
  }

  @Test
  void a_part_that_the_server_has_no_rest_of_is_tried_once_from_zero() throws IOException {
    Files.write(part, new byte[200_000]);
    server.refuseRanges();

    fetch(server.address());

    assertThat(target).hasBinaryContent(file);
    assertThat(server.ranges()).containsExactly("bytes=200000-", "none");
  }

  @Test
  void a_part_is_tried_from_zero_no_more_than_once() throws IOException {
    Files.write(part, new byte[200_000]);
    Archive other =
        new Archive("file.gz", SIZE, new Digest("MD5", "00ff"), List.of(server.address()));

    assertThatThrownBy(() -> download().fetch(other, target))
        .hasMessageContaining("what came has MD5 ");
    assertThat(server.ranges()).containsExactly("bytes=200000-", "none");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void a_symbolic_link_as_part_is_refused_and_what_it_leads_to_untouched() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "mine");
    Files.createSymbolicLink(part, precious);

    assertThatThrownBy(() -> fetch(server.address()))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            part
                + " is a symbolic link, expected what an earlier download left.\nFix: remove it, then run the command again.");
    assertThat(precious).hasContent("mine");
    assertThat(server.ranges()).isEmpty();
  }

  @Test
  void a_slow_drip_is_left_and_the_next_address_goes_on_with_what_it_gave() throws IOException {
    try (Served dripping = new Served(file)) {
      dripping.drip();
      Patience impatient = new Patience(1, Duration.ofMillis(1), Duration.ofMillis(300), 50_000);

      new Download(impatient, (name, done, total) -> reports.add(done))
          .fetch(archive(dripping.address(), server.address()), target);

      assertThat(target).hasBinaryContent(file);
      assertThat(dripping.ranges()).hasSize(1);
      assertThat(server.ranges()).singleElement().asString().matches("bytes=\\d+-|none");
    }
  }

  @Test
  void a_drip_alone_is_told_by_its_rate() throws IOException {
    server.drip();
    Patience impatient = new Patience(1, Duration.ofMillis(1), Duration.ofMillis(300), 50_000);

    assertThatThrownBy(
            () ->
                new Download(impatient, (name, done, total) -> {})
                    .fetch(archive(server.address()), target))
        .hasMessageContaining("fewer than 50,000 bytes came in 0 seconds");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 403, 503})
  void a_refusal_leads_to_the_next_address(int status) throws IOException {
    try (Served refusing = new Served(file)) {
      refusing.status(status);
      fetch(refusing.address(), server.address());

      assertThat(target).hasBinaryContent(file);
      assertThat(refusing.ranges()).hasSize(status == 503 ? 3 : 1);
    }
  }

  @Test
  void a_wrong_digest_is_refused_with_both_and_leaves_nothing() {
    Archive other =
        new Archive("file.gz", SIZE, new Digest("MD5", "00ff"), List.of(server.address()));

    assertThatThrownBy(() -> download().fetch(other, target))
        .isInstanceOf(DatasetException.class)
        .hasMessageContainingAll(
            "file.gz could not be fetched.",
            server.address() + ": what came has MD5 ",
            "the official one is 00ff");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void more_than_the_file_should_have_is_not_stored() throws IOException {
    Archive shorter =
        new Archive("file.gz", 1000, new Digest("MD5", "00ff"), List.of(server.address()));

    assertThatThrownBy(() -> download().fetch(shorter, target))
        .hasMessageContaining("more came than the 1,000 bytes of the file");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_server_that_falls_silent_is_left() {
    server.breakAfter(100_000).hang();

    assertThatThrownBy(
            () ->
                new Download(
                        new Patience(1, Duration.ofMillis(1), Duration.ofMillis(300), 1),
                        (name, done, total) -> {})
                    .fetch(archive(server.address()), target))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("file.gz could not be fetched.");
    assertThat(part).exists();
  }

  @Test
  void a_machine_without_network_is_told_how_to_do_it_by_hand() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    String address = "http://127.0.0.1:" + closed + "/file.gz";

    assertThatThrownBy(() -> fetch(address))
        .isInstanceOf(DatasetException.class)
        .hasMessage(
            """
            file.gz could not be fetched.

                %s: the server cannot be reached; is this machine offline?

            Fix: check the network, then run the command again: it goes on where it stopped
             or: get the file on another machine (300000 bytes, %s) and put it into %s
             or: behind a proxy, set SKIPJACK_JAVA_OPTS="-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT"."""
                .formatted(address, archive(address).digest(), folder));
  }

  private void fetch(String... addresses) throws IOException {
    download().fetch(archive(addresses), target);
  }

  private Download download() {
    return new Download(
        new Patience(3, Duration.ofMillis(1), Duration.ofSeconds(20), 1),
        (name, done, total) -> reports.add(done));
  }

  private Archive archive(String... addresses) {
    try {
      Path copy = Files.createTempFile("skipjack", "file");
      Files.write(copy, file);
      String hex = new Digest("SHA-256", "").of(copy);
      Files.delete(copy);
      return new Archive("file.gz", SIZE, new Digest("SHA-256", hex), List.of(addresses));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
