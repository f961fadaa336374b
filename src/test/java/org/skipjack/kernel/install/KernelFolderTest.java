package org.skipjack.kernel.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KernelFolderTest {
  private static final Path HOME = Path.of("home", "ada").toAbsolutePath();

  private static Path user(Map<String, String> environment, String system) {
    return KernelFolder.user(environment, system, HOME).path();
  }

  @Test
  void each_system_has_its_own_folder_for_a_user() {
    assertThat(user(Map.of(), "Linux"))
        .isEqualTo(HOME.resolve(".local/share/jupyter/kernels/skipjack"));
    assertThat(user(Map.of(), "Mac OS X"))
        .isEqualTo(HOME.resolve("Library/Jupyter/kernels/skipjack"));
    assertThat(user(Map.of(), "Windows 11"))
        .isEqualTo(HOME.resolve("AppData/Roaming/jupyter/kernels/skipjack"));
  }

  @Test
  void the_environment_moves_it() {
    Path data = HOME.resolve("data");
    assertThat(user(Map.of("XDG_DATA_HOME", data.toString()), "Linux"))
        .isEqualTo(data.resolve("jupyter/kernels/skipjack"));
    assertThat(user(Map.of("JUPYTER_DATA_DIR", data.toString()), "Mac OS X"))
        .isEqualTo(data.resolve("kernels/skipjack"));
    assertThat(user(Map.of("APPDATA", data.toString()), "Windows 11"))
        .isEqualTo(data.resolve("jupyter/kernels/skipjack"));
  }

  @Test
  void a_prefix_has_it_under_share() {
    assertThat(KernelFolder.prefix(HOME).path())
        .isEqualTo(HOME.resolve("share/jupyter/kernels/skipjack"));
  }
}
