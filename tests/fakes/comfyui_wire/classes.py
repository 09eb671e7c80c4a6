"""The node classes that the fake has, as ComfyUI's /object_info describes them (nodes.py, comfy_extras, 2026)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MODELS = {
    "unet_name": ["wan2.2_ti2v_5B_fp16.safetensors", "mine.safetensors"],
    "clip_name": ["umt5_xxl_fp8_e4m3fn_scaled.safetensors"],
    "vae_name": ["wan2.2_vae.safetensors"],
}
"""The files in its models folder."""

_MOST_PX = 16_384
_MOST_SEED = 2**64 - 1


@dataclass(frozen=True)
class NodeClass:
    """One class: inputs by name, each a type or a list of choices, with its limits; and what it gives."""

    required: Mapping[str, tuple[Any, dict[str, Any]]]
    gives: tuple[str, ...]
    optional: Mapping[str, tuple[Any, dict[str, Any]]] = field(default_factory=dict)
    is_output: bool = False
    module: str = "nodes"
    is_api_node: bool = False

    def info(self, name: str) -> dict[str, Any]:
        """Describe it as /object_info does."""
        told = {
            "input": {"required": {one: list(what) for one, what in self.required.items()}},
            "output": list(self.gives),
            "name": name,
            "python_module": self.module,
            "output_node": self.is_output,
        }
        told["input"]["optional"] = {one: list(what) for one, what in self.optional.items()}  # type: ignore[index]
        if self.is_api_node:
            told["api_node"] = True
        return told


def _a(kind: Any, **limits: Any) -> tuple[Any, dict[str, Any]]:
    return kind, limits


_PX = _a("INT", default=1280, min=32, max=_MOST_PX, step=32)
_SAMPLERS = _a(["euler", "uni_pc", "dpmpp_2m"])
_SCHEDULERS = _a(["simple", "normal", "karras"])

_OTHERS: dict[str, NodeClass] = {
    "ModelSamplingSD3": NodeClass({"model": _a("MODEL"), "shift": _a("FLOAT", min=0.0, max=100.0)}, ("MODEL",)),
    "CLIPTextEncode": NodeClass({"text": _a("STRING", multiline=True), "clip": _a("CLIP")}, ("CONDITIONING",)),
    "LoadImage": NodeClass({"image": _a("STRING", image_upload=True)}, ("IMAGE", "MASK")),
    "Wan22ImageToVideoLatent": NodeClass(
        {
            "vae": _a("VAE"),
            "width": _PX,
            "height": _PX,
            "length": _a("INT", default=49, min=1, max=_MOST_PX, step=4),
            "batch_size": _a("INT", default=1, min=1, max=4096),
        },
        ("LATENT",),
        {"start_image": _a("IMAGE")},
        module="comfy_extras.nodes_wan",
    ),
    "WanFirstLastFrameToVideo": NodeClass(
        {
            "positive": _a("CONDITIONING"),
            "negative": _a("CONDITIONING"),
            "vae": _a("VAE"),
            "width": _PX,
            "height": _PX,
            "length": _a("INT", min=1, max=_MOST_PX, step=4),
            "batch_size": _a("INT", min=1, max=4096),
        },
        ("CONDITIONING", "CONDITIONING", "LATENT"),
        {"start_image": _a("IMAGE"), "end_image": _a("IMAGE")},
        module="comfy_extras.nodes_wan",
    ),
    "KSampler": NodeClass(
        {
            "model": _a("MODEL"),
            "seed": _a("INT", default=0, min=0, max=_MOST_SEED),
            "steps": _a("INT", default=20, min=1, max=10_000),
            "cfg": _a("FLOAT", default=8.0, min=0.0, max=100.0),
            "sampler_name": _SAMPLERS,
            "scheduler": _SCHEDULERS,
            "positive": _a("CONDITIONING"),
            "negative": _a("CONDITIONING"),
            "latent_image": _a("LATENT"),
            "denoise": _a("FLOAT", default=1.0, min=0.0, max=1.0),
        },
        ("LATENT",),
    ),
    "VAEDecode": NodeClass({"samples": _a("LATENT"), "vae": _a("VAE")}, ("IMAGE",)),
    "CreateVideo": NodeClass(
        {"images": _a("IMAGE"), "fps": _a("FLOAT", default=30.0, min=1.0, max=120.0)},
        ("VIDEO",),
        module="comfy_extras.nodes_video",
    ),
    "SaveVideo": NodeClass(
        {
            "video": _a("VIDEO"),
            "filename_prefix": _a("STRING", default="video/ComfyUI"),
            "format": _a("COMBO", options=["auto", "mp4"]),
            "codec": _a("COMBO", options=["auto", "h264"]),
        },
        (),
        is_output=True,
        module="comfy_extras.nodes_video",
    ),
    "KlingTextToVideoNode": NodeClass(
        {"prompt": _a("STRING")}, ("VIDEO",), module="comfy_api_nodes.nodes_kling", is_api_node=True
    ),
}


def classes(models: dict[str, list[str]]) -> dict[str, NodeClass]:
    """Give them all, with the files of a models folder."""
    return {**_loaders(models), **_OTHERS}


def _loaders(models: dict[str, list[str]]) -> dict[str, NodeClass]:
    return {
        "UNETLoader": NodeClass(
            {"unet_name": _a(models["unet_name"]), "weight_dtype": _a(["default", "fp8_e4m3fn"])}, ("MODEL",)
        ),
        "CLIPLoader": NodeClass(
            {"clip_name": _a("COMBO", options=models["clip_name"]), "type": _a(["wan", "ltxv"])},
            ("CLIP",),
            {"device": _a(["default", "cpu"])},
        ),
        "VAELoader": NodeClass({"vae_name": _a(models["vae_name"])}, ("VAE",)),
    }
