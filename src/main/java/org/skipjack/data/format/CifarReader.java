package org.skipjack.data.format;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.skipjack.data.DataSplit;
import org.skipjack.data.Dataset;
import org.skipjack.data.InMemoryPixels;
import org.skipjack.data.Pixels;

/** Reads a CIFAR set: a folder by mapping its files, an archive into memory. */
final class CifarReader {
  private final CifarFormat format;
  private final CifarErrors errors;

  CifarReader(CifarFormat format) {
    this.format = format;
    this.errors = new CifarErrors(format);
  }

  DataSplit read(Path path) {
    if (Files.isRegularFile(path)) {
      return readArchive(path);
    }
    if (Files.isDirectory(path)) {
      Path inner = path.resolve(format.folder());
      return readFolder(Files.isDirectory(inner) ? inner : path);
    }
    throw errors.nothingThere(path);
  }

  /** True if one of the files is in this folder, so that it is meant to be this set. */
  boolean isFolder(Path folder) {
    return format.files().stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
  }

  private DataSplit readFolder(Path folder) {
    List<String> missing =
        format.files().stream().filter(file -> !Files.isRegularFile(folder.resolve(file))).toList();
    if (!missing.isEmpty()) {
      throw Files.exists(folder.resolve(format.trainingFiles().get(0).replace(".bin", "")))
          ? errors.pythonVersion(folder)
          : errors.filesMissing(folder, missing);
    }
    return new DataSplit(
        map(folder, format.trainingFiles(), format.trainingRecords()),
        map(folder, List.of(format.testFile()), format.testRecords()));
  }

  private Dataset map(Path folder, List<String> files, int records) {
    int[] labels = new int[files.size() * records];
    List<MappedFile> mapped = new ArrayList<>();
    for (String file : files) {
      Path path = folder.resolve(file);
      MappedFile content = map(path, file, records);
      int first = mapped.size() * records;
      for (int i = 0; i < records; i++) {
        labels[first + i] = checked(content.read(i, format.labelBytes() - 1), i, path, "");
      }
      mapped.add(content);
    }
    return dataset(
        labels,
        new MappedPixels(CifarFormat.IMAGE, List.copyOf(mapped), records, format.labelBytes()));
  }

  private MappedFile map(Path path, String file, int records) {
    try {
      long size = Files.size(path);
      if (size != format.fileSize(file)) {
        throw errors.wrongSize(path, "", file, size);
      }
      return MappedFile.open(path, 0, format.recordSize(), records);
    } catch (IOException e) {
      throw errors.fileFailed(path, e);
    }
  }

  private DataSplit readArchive(Path archive) {
    Map<String, byte[]> contents = new HashMap<>();
    try (InputStream file =
            new BufferedInputStream(new FileInputStream(archive.toFile()), 1 << 16);
        GzipCompressorInputStream gzip = new GzipCompressorInputStream(file);
        TarArchiveInputStream tar = new TarArchiveInputStream(gzip)) {
      try {
        readEntries(archive, tar, contents);
      } catch (IOException | IllegalArgumentException e) {
        throw errors.archiveFailed(archive, e, gzip.getBytesRead());
      }
    } catch (IOException e) {
      throw errors.archiveFailed(archive, e, 0);
    }
    List<String> missing =
        format.files().stream().filter(file -> !contents.containsKey(file)).toList();
    if (!missing.isEmpty()) {
      throw errors.filesMissing(archive, missing);
    }
    return new DataSplit(
        hold(archive, format.trainingFiles(), contents),
        hold(archive, List.of(format.testFile()), contents));
  }

  private void readEntries(Path archive, TarArchiveInputStream tar, Map<String, byte[]> contents)
      throws IOException {
    TarArchiveEntry entry = tar.getNextEntry();
    while (entry != null && contents.size() < format.files().size()) {
      String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
      if (entry.isFile() && format.files().contains(name)) {
        if (entry.getSize() != format.fileSize(name)) {
          throw errors.wrongSize(archive, "/" + name, name, entry.getSize());
        }
        if (contents.containsKey(name)) {
          throw errors.twice(archive, name);
        }
        contents.put(name, content(archive, name, tar));
      }
      entry = tar.getNextEntry();
    }
  }

  /** Memory is taken as the bytes come, so that a header that lies costs nothing. */
  private byte[] content(Path archive, String name, InputStream in) throws IOException {
    byte[] content = in.readNBytes((int) format.fileSize(name));
    if (content.length < format.fileSize(name)) {
      throw errors.wrongSize(archive, "/" + name, name, content.length);
    }
    return content;
  }

  private Dataset hold(Path archive, List<String> files, Map<String, byte[]> contents) {
    int imageSize = (int) CifarFormat.IMAGE.size();
    int images = files.stream().mapToInt(format::records).sum();
    int[] labels = new int[images];
    byte[] pixels = new byte[images * imageSize];
    int next = 0;
    for (String file : files) {
      byte[] content = contents.getOrDefault(file, new byte[0]);
      for (int i = 0; i < format.records(file); i++) {
        int start = i * format.recordSize();
        int label = Byte.toUnsignedInt(content[start + format.labelBytes() - 1]);
        labels[next] = checked(label, i, archive, "/" + file);
        System.arraycopy(content, start + format.labelBytes(), pixels, next * imageSize, imageSize);
        next++;
      }
      contents.remove(file);
    }
    return dataset(labels, new InMemoryPixels(CifarFormat.IMAGE, pixels));
  }

  private int checked(int label, int record, Path path, String entry) {
    if (label >= format.classNames().size()) {
      throw errors.wrongLabel(path, entry, label, record);
    }
    return label;
  }

  private Dataset dataset(int[] labels, Pixels pixels) {
    return Dataset.over(format.name(), format.classNames(), labels, pixels);
  }
}
